-- AlterTable
ALTER TABLE "agreement" ADD COLUMN     "interpreter" TEXT,
ADD COLUMN     "read_by" TEXT,
ADD COLUMN     "read_language" TEXT,
ADD COLUMN     "witness" TEXT;

-- AlterTable
ALTER TABLE "dispute" ADD COLUMN     "danger_since" TIMESTAMPTZ(3),
ADD COLUMN     "elsewhere_asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "elsewhere_asked_by_id" UUID,
ADD COLUMN     "province_code" TEXT,
ADD COLUMN     "province_fields" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "reporter_text" TEXT;

-- AlterTable
ALTER TABLE "leg" ADD COLUMN     "rights_told_by_id" UUID;

-- AlterTable
ALTER TABLE "mediation" ADD COLUMN     "interpreter" TEXT,
ADD COLUMN     "read_by" TEXT,
ADD COLUMN     "read_language" TEXT,
ADD COLUMN     "recorder" TEXT,
ADD COLUMN     "witness" TEXT;

-- AlterTable
ALTER TABLE "party" ADD COLUMN     "away_contact_cipher" TEXT,
ADD COLUMN     "hidden" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "home_text" TEXT,
ADD COLUMN     "noticed_at" TIMESTAMPTZ(3),
ADD COLUMN     "noticed_how" TEXT;

-- CreateTable
CREATE TABLE "entrustment" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sender_kind" TEXT NOT NULL,
    "sender_id" UUID,
    "sender_name" TEXT NOT NULL,
    "number" TEXT,
    "papers" TEXT,
    "signed_for_at" TIMESTAMPTZ(3) NOT NULL,
    "answer_by" DATE,
    "replied_at" TIMESTAMPTZ(3),
    "recorded_by_id" UUID,

    CONSTRAINT "entrustment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reply" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "entrustment_id" UUID NOT NULL,
    "result" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "papers" TEXT,
    "sent_on" DATE NOT NULL,
    "how" TEXT NOT NULL,
    "sent_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parallel_matter" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "number" TEXT,
    "standing" TEXT NOT NULL,
    "opened_on" DATE,
    "ended_on" DATE,
    "result" TEXT,
    "approver" TEXT,
    "exception" TEXT,
    "exception_why" TEXT,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "parallel_matter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "danger_report" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "signs" TEXT[],
    "told_whom" TEXT,
    "told_at" TIMESTAMPTZ(3),
    "told_by" TEXT,
    "not_yet_why" TEXT,
    "handled_at" TIMESTAMPTZ(3),
    "handled_by_id" UUID,
    "handled_text" TEXT,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "danger_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "asked_of" TEXT NOT NULL,
    "party_id" UUID,
    "text" TEXT NOT NULL,
    "asked_by_id" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer_by" DATE,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enquiry" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "body_id" UUID,
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "enquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_consent" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "event_id" UUID,
    "party_id" UUID,
    "receiver" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "kinds" TEXT[],
    "ground" TEXT NOT NULL,
    "how" TEXT,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by_id" UUID,

    CONSTRAINT "data_consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guest_link" (
    "token_hash" BYTEA NOT NULL,
    "request_id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "held_hash" BYTEA,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "guest_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "chase" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "party_id" UUID,
    "day" DATE NOT NULL,
    "text" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duty_shift" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "account_id" UUID NOT NULL,
    "substitute_id" UUID,
    "handed_over_at" TIMESTAMPTZ(3),
    "hand_over_text" TEXT,

    CONSTRAINT "duty_shift_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "entrustment_dispute_id_key" ON "entrustment"("dispute_id");

-- CreateIndex
CREATE INDEX "entrustment_sender_id_idx" ON "entrustment"("sender_id");

-- CreateIndex
CREATE INDEX "reply_dispute_id_idx" ON "reply"("dispute_id");

-- CreateIndex
CREATE INDEX "reply_entrustment_id_idx" ON "reply"("entrustment_id");

-- CreateIndex
CREATE INDEX "parallel_matter_dispute_id_idx" ON "parallel_matter"("dispute_id");

-- CreateIndex
CREATE INDEX "danger_report_dispute_id_idx" ON "danger_report"("dispute_id");

-- CreateIndex
CREATE INDEX "question_dispute_id_idx" ON "question"("dispute_id");

-- CreateIndex
CREATE INDEX "enquiry_area_id_happened_at_idx" ON "enquiry"("area_id", "happened_at");

-- CreateIndex
CREATE INDEX "enquiry_account_id_recorded_at_idx" ON "enquiry"("account_id", "recorded_at");

-- CreateIndex
CREATE INDEX "data_consent_dispute_id_idx" ON "data_consent"("dispute_id");

-- CreateIndex
CREATE UNIQUE INDEX "guest_link_held_hash_key" ON "guest_link"("held_hash");

-- CreateIndex
CREATE INDEX "guest_link_request_id_idx" ON "guest_link"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "chase_dispute_id_day_key" ON "chase"("dispute_id", "day");

-- CreateIndex
CREATE INDEX "duty_shift_area_id_day_idx" ON "duty_shift"("area_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "duty_shift_area_id_day_account_id_key" ON "duty_shift"("area_id", "day", "account_id");

-- What the schema file cannot say: the desks' indexes know 待回告 too.
drop index dispute_open_district_idx, dispute_open_township_idx, dispute_open_danger_district_idx, dispute_open_danger_township_idx,
  dispute_keeper_idx, dispute_unkept_idx, dispute_unkept_district_idx;
create index dispute_open_district_idx on dispute (district_id, (coalesce(due_at, timestamptz 'infinity')), id) where status in ('reported', 'offered', 'assigning', 'mediating', 'suspended', 'signing', 'performing', 'inCourt', 'inAdministration', 'failed', 'visiting', 'returning');
create index dispute_open_township_idx on dispute (township_id, (coalesce(due_at, timestamptz 'infinity')), id) where status in ('reported', 'offered', 'assigning', 'mediating', 'suspended', 'signing', 'performing', 'inCourt', 'inAdministration', 'failed', 'visiting', 'returning');
create index dispute_open_danger_district_idx on dispute (district_id, risk desc, (coalesce(due_at, timestamptz 'infinity')), id)
  where risk <> 'green' and status in ('reported', 'offered', 'assigning', 'mediating', 'suspended', 'signing', 'performing', 'inCourt', 'inAdministration', 'failed', 'visiting', 'returning');
create index dispute_open_danger_township_idx on dispute (township_id, risk desc, (coalesce(due_at, timestamptz 'infinity')), id)
  where risk <> 'green' and status in ('reported', 'offered', 'assigning', 'mediating', 'suspended', 'signing', 'performing', 'inCourt', 'inAdministration', 'failed', 'visiting', 'returning');
create index dispute_keeper_idx on dispute (keeper_id) where keeper_id is not null and status in ('signing', 'performing', 'visiting', 'returning');
create index dispute_unkept_idx on dispute (township_id, level) where keeper_id is null and status in ('signing', 'performing', 'visiting', 'returning');
create index dispute_unkept_district_idx on dispute (district_id) where keeper_id is null and level = 'district' and status in ('signing', 'performing', 'visiting', 'returning');

-- Danger of which nobody has said 已处置.
create index dispute_danger_since_idx on dispute (district_id, danger_since) where danger_since is not null;
create index question_open_idx on question (dispute_id) where answered_at is null and withdrawn_at is null;
create index entrustment_due_idx on entrustment (sender_id, answer_by) where replied_at is null;
