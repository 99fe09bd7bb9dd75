-- CreateIndex
CREATE INDEX "leg_offered_at_idx" ON "leg"("offered_at");

-- What ended in the last weeks, for the wall; the diff cannot say it.
create index dispute_closed_idx on dispute (district_id, closed_at) where closed_at is not null;

-- Everything that the wall counts of what is not ended, so that every ten seconds it reads this index and not the disputes.
create index dispute_wall_idx on dispute (district_id, township_id, status, risk, due_at, sealed)
  where status in ('reported', 'offered', 'assigning', 'mediating', 'suspended', 'signing', 'performing', 'inCourt', 'inAdministration', 'failed', 'visiting', 'returning');
