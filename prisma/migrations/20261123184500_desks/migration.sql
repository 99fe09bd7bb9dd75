-- DropIndex
DROP INDEX "dispute_township_id_due_at_id_idx";

-- CreateIndex
CREATE INDEX "dispute_township_id_recorded_at_id_idx" ON "dispute"("township_id", "recorded_at", "id");

-- CreateIndex
CREATE INDEX "notice_account_id_id_idx" ON "notice"("account_id", "id");

-- What the schema file cannot say: what lies on somebody's desk, by when it is due; what runs without a date comes last.
create index dispute_open_district_idx on dispute (district_id, (coalesce(due_at, timestamptz 'infinity')), id)
  where status in ('reported', 'offered', 'assigning', 'mediating', 'suspended', 'signing', 'performing', 'inCourt', 'inAdministration', 'failed', 'visiting');
create index dispute_open_township_idx on dispute (township_id, (coalesce(due_at, timestamptz 'infinity')), id)
  where status in ('reported', 'offered', 'assigning', 'mediating', 'suspended', 'signing', 'performing', 'inCourt', 'inAdministration', 'failed', 'visiting');

-- Danger on top, of what is not ended.
create index dispute_open_danger_district_idx on dispute (district_id, risk desc, (coalesce(due_at, timestamptz 'infinity')), id)
  where risk <> 'green' and status in ('reported', 'offered', 'assigning', 'mediating', 'suspended', 'signing', 'performing', 'inCourt', 'inAdministration', 'failed', 'visiting');
create index dispute_open_danger_township_idx on dispute (township_id, risk desc, (coalesce(due_at, timestamptz 'infinity')), id)
  where risk <> 'green' and status in ('reported', 'offered', 'assigning', 'mediating', 'suspended', 'signing', 'performing', 'inCourt', 'inAdministration', 'failed', 'visiting');

-- Kept by one person, or by nobody: then by the triage post of its level.
create index dispute_keeper_idx on dispute (keeper_id) where keeper_id is not null and status in ('signing', 'performing', 'visiting');
create index dispute_unkept_idx on dispute (township_id, level) where keeper_id is null and status in ('signing', 'performing', 'visiting');
create index dispute_unkept_district_idx on dispute (district_id) where keeper_id is null and level = 'district' and status in ('signing', 'performing', 'visiting');

create index notice_unread_idx on notice (account_id, id) where read_at is null;
drop index dispute_danger_idx;
