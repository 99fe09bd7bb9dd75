-- CreateEnum
CREATE TYPE "AlarmStatus" AS ENUM ('raised', 'acknowledged', 'handled', 'stoodDown');

-- CreateEnum
CREATE TYPE "OrderStatus" AS ENUM ('issued', 'acknowledged', 'acting', 'answered', 'sentBack', 'accepted', 'withdrawn');

-- CreateEnum
CREATE TYPE "TextStatus" AS ENUM ('queued', 'sent', 'delivered', 'failed');

-- AlterTable
ALTER TABLE "danger_report" ADD COLUMN     "named_id" UUID,
ADD COLUMN     "organ" TEXT,
ADD COLUMN     "receipt" TEXT,
ADD COLUMN     "remind_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "deadline" ADD COLUMN     "calendar_version" INTEGER,
ADD COLUMN     "remind_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "dispute" ADD COLUMN     "risk_look_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "dispute_event" ADD COLUMN     "ledger" JSONB;

-- AlterTable
ALTER TABLE "duty_shift" ADD COLUMN     "part" TEXT NOT NULL DEFAULT 'duty';

-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "occasion" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "subject_id" UUID,
ALTER COLUMN "dispute_id" DROP NOT NULL,
ALTER COLUMN "event_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "risk_change" ADD COLUMN     "counted" "RiskLevel",
ADD COLUMN     "how" TEXT NOT NULL DEFAULT 'person',
ADD COLUMN     "reasons" TEXT[],
ADD COLUMN     "rules_version" TEXT;

-- CreateTable
CREATE TABLE "calendar_table" (
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "imported_by_id" UUID,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_table_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder_rule" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "rule" JSONB NOT NULL,
    "owner" TEXT NOT NULL,
    "note" TEXT,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3),
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "reminder_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "deadline_id" UUID NOT NULL,
    "rule_code" TEXT NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "moment" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "account_ids" UUID[],
    "remark" TEXT,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alarm" (
    "id" UUID NOT NULL,
    "dispute_id" UUID,
    "drill_id" UUID,
    "district_id" UUID NOT NULL,
    "township_id" UUID,
    "status" "AlarmStatus" NOT NULL,
    "why" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "climb_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,

    CONSTRAINT "alarm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alarm_call" (
    "id" UUID NOT NULL,
    "alarm_id" UUID NOT NULL,
    "step" INTEGER NOT NULL,
    "rung" TEXT NOT NULL,
    "account_id" UUID,
    "called_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alarm_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "drill" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "scenario" TEXT NOT NULL,
    "started_by_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "drill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supervision_order" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "status" "OrderStatus" NOT NULL,
    "version" INTEGER NOT NULL,
    "area_id" UUID NOT NULL,
    "issued_by_id" UUID NOT NULL,
    "issued_role" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "to_body_id" UUID,
    "to_area_id" UUID,
    "dispute_id" UUID,
    "request_id" UUID,
    "about_body_id" UUID,
    "why" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "answer_by" DATE NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "late_since" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "supervision_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supervision_step" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT,
    "day" DATE,

    CONSTRAINT "supervision_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "leader_task" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "account_id" UUID,
    "title" TEXT NOT NULL,
    "text" TEXT,
    "due_on" DATE,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,
    "done_text" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "leader_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "leader_note" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "dispute_id" UUID,
    "kind" TEXT NOT NULL,
    "happened_on" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "answer" TEXT,

    CONSTRAINT "leader_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "patrol_round" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "asked" TEXT,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "patrol_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "patrol_report" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "reported_by_id" UUID NOT NULL,
    "reported_on" DATE NOT NULL,
    "rounds" INTEGER NOT NULL,
    "found" INTEGER NOT NULL,
    "note" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "patrol_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "patrol_finding" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "line" TEXT NOT NULL,
    "dispute_id" UUID,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "patrol_finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_template" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3),
    "valid_from" DATE NOT NULL,

    CONSTRAINT "message_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "text_message" (
    "id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "template_version" INTEGER,
    "account_id" UUID,
    "party_id" UUID,
    "dispute_id" UUID,
    "occasion" TEXT NOT NULL,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "drill" BOOLEAN NOT NULL DEFAULT false,
    "status" "TextStatus" NOT NULL,
    "gateway_id" TEXT,
    "failure" TEXT,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "receipt_at" TIMESTAMPTZ(3),

    CONSTRAINT "text_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "calendar_table_year_imported_at_idx" ON "calendar_table"("year", "imported_at");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_rule_code_version_key" ON "reminder_rule"("code", "version");

-- CreateIndex
CREATE INDEX "reminder_dispute_id_idx" ON "reminder"("dispute_id");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_deadline_id_rule_code_due_at_key" ON "reminder"("deadline_id", "rule_code", "due_at");

-- CreateIndex
CREATE INDEX "alarm_dispute_id_idx" ON "alarm"("dispute_id");

-- CreateIndex
CREATE INDEX "alarm_district_id_raised_at_idx" ON "alarm"("district_id", "raised_at");

-- CreateIndex
CREATE INDEX "alarm_call_account_id_idx" ON "alarm_call"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "alarm_call_alarm_id_step_account_id_key" ON "alarm_call"("alarm_id", "step", "account_id");

-- CreateIndex
CREATE INDEX "drill_area_id_started_at_idx" ON "drill"("area_id", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "supervision_order_number_key" ON "supervision_order"("number");

-- CreateIndex
CREATE INDEX "supervision_order_dispute_id_idx" ON "supervision_order"("dispute_id");

-- CreateIndex
CREATE INDEX "supervision_order_to_body_id_status_idx" ON "supervision_order"("to_body_id", "status");

-- CreateIndex
CREATE INDEX "supervision_order_to_area_id_status_idx" ON "supervision_order"("to_area_id", "status");

-- CreateIndex
CREATE INDEX "supervision_order_area_id_issued_at_idx" ON "supervision_order"("area_id", "issued_at");

-- CreateIndex
CREATE UNIQUE INDEX "supervision_step_order_id_version_key" ON "supervision_step"("order_id", "version");

-- CreateIndex
CREATE INDEX "leader_task_area_id_idx" ON "leader_task"("area_id");

-- CreateIndex
CREATE INDEX "leader_note_area_id_recorded_at_idx" ON "leader_note"("area_id", "recorded_at");

-- CreateIndex
CREATE INDEX "leader_note_dispute_id_idx" ON "leader_note"("dispute_id");

-- CreateIndex
CREATE INDEX "patrol_round_area_id_from_day_idx" ON "patrol_round"("area_id", "from_day");

-- CreateIndex
CREATE INDEX "patrol_report_round_id_area_id_idx" ON "patrol_report"("round_id", "area_id");

-- CreateIndex
CREATE INDEX "patrol_finding_report_id_idx" ON "patrol_finding"("report_id");

-- CreateIndex
CREATE INDEX "patrol_finding_dispute_id_idx" ON "patrol_finding"("dispute_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_template_code_version_key" ON "message_template"("code", "version");

-- CreateIndex
CREATE INDEX "text_message_gateway_id_idx" ON "text_message"("gateway_id");

-- CreateIndex
CREATE INDEX "text_message_queued_at_idx" ON "text_message"("queued_at");

-- CreateIndex
CREATE UNIQUE INDEX "text_message_account_id_occasion_key" ON "text_message"("account_id", "occasion");

-- CreateIndex
CREATE UNIQUE INDEX "text_message_party_id_occasion_key" ON "text_message"("party_id", "occasion");

-- CreateIndex
CREATE UNIQUE INDEX "notice_account_id_subject_id_topic_occasion_key" ON "notice"("account_id", "subject_id", "topic", "occasion");

-- AddForeignKey
ALTER TABLE "alarm" ADD CONSTRAINT "alarm_drill_id_fkey" FOREIGN KEY ("drill_id") REFERENCES "drill"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alarm_call" ADD CONSTRAINT "alarm_call_alarm_id_fkey" FOREIGN KEY ("alarm_id") REFERENCES "alarm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_step" ADD CONSTRAINT "supervision_step_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "supervision_order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patrol_report" ADD CONSTRAINT "patrol_report_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "patrol_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patrol_finding" ADD CONSTRAINT "patrol_finding_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "patrol_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the diff cannot say.
create index deadline_remind_idx on deadline (remind_at) where stopped_at is null and paused_since is null and remind_at is not null;
alter table alarm add constraint alarm_real_or_drill check ((dispute_id is null) = (drill_id is not null));
create unique index alarm_open_idx on alarm (dispute_id) where dispute_id is not null and status in ('raised', 'acknowledged');
create index alarm_climb_idx on alarm (climb_at) where climb_at is not null and status = 'raised';
create index dispute_risk_look_idx on dispute (risk_look_at) where risk_look_at is not null;
create index danger_report_remind_idx on danger_report (remind_at) where remind_at is not null;
create index supervision_order_due_idx on supervision_order (due_at) where ended_at is null and late_since is null;
alter table supervision_order add constraint supervision_order_to_one check (num_nonnulls(to_body_id, to_area_id) = 1);
alter table notice add constraint notice_of_something check (num_nonnulls(event_id, subject_id) = 1);
alter table text_message add constraint text_message_to_one check (num_nonnulls(account_id, party_id) = 1);
create index text_message_queued_idx on text_message (queued_at) where status = 'queued';
