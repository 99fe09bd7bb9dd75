-- CreateEnum
CREATE TYPE "AreaLevel" AS ENUM ('district', 'township', 'village', 'grid');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('grid', 'mediator', 'head', 'triage', 'duty', 'bureau', 'court', 'organ', 'leader', 'admin');

-- CreateEnum
CREATE TYPE "DisputeStatus" AS ENUM ('reported', 'offered', 'assigning', 'mediating', 'suspended', 'signing', 'performing', 'inCourt', 'inAdministration', 'failed', 'visiting', 'closed', 'archived', 'declined', 'withdrawn', 'transferredOut');

-- CreateEnum
CREATE TYPE "DeskLevel" AS ENUM ('township', 'district');

-- CreateEnum
CREATE TYPE "RiskLevel" AS ENUM ('green', 'yellow', 'red');

-- CreateEnum
CREATE TYPE "AgreementStatus" AS ENUM ('drafted', 'inForce', 'contested', 'replaced', 'dropped');

-- CreateEnum
CREATE TYPE "ConfirmationStatus" AS ENUM ('applied', 'granted', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "RequestStatus" AS ENUM ('asked', 'received', 'answered', 'refused', 'withdrawn');

-- CreateTable
CREATE TABLE "area" (
    "id" UUID NOT NULL,
    "code" TEXT,
    "name" TEXT NOT NULL,
    "level" "AreaLevel" NOT NULL,
    "parent_id" UUID,
    "path" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "area_id" UUID NOT NULL,
    "types" TEXT[],
    "capacity" INTEGER,
    "languages" TEXT[],
    "parent_id" UUID,
    "seal_of_id" UUID,
    "short_number" TEXT,
    "hours" TEXT,
    "place" TEXT,
    "phone" TEXT,
    "scope_note" TEXT,
    "court_invited" BOOLEAN NOT NULL DEFAULT false,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "period_rule" (
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "period_rule_pkey" PRIMARY KEY ("code","version")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "day" DATE NOT NULL,
    "rest" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "counter" (
    "body_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "counter_pkey" PRIMARY KEY ("body_id","year","kind")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "phone_hash" TEXT NOT NULL,
    "phone_cipher" TEXT NOT NULL,
    "password_hash" TEXT,
    "languages" TEXT[],
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "stopped_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "area_id" UUID,
    "body_id" UUID,
    "unit" TEXT,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" BYTEA NOT NULL,
    "account_id" UUID NOT NULL,
    "csrf" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "token_hash" BYTEA NOT NULL,
    "account_id" UUID,
    "purpose" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "dispute" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "query_code_hash" TEXT NOT NULL,
    "data_key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "status" "DisputeStatus" NOT NULL,
    "version" INTEGER NOT NULL,
    "level" "DeskLevel" NOT NULL,
    "kept" BOOLEAN NOT NULL DEFAULT false,
    "objected" BOOLEAN NOT NULL DEFAULT false,
    "risk" "RiskLevel" NOT NULL DEFAULT 'green',
    "area_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "district_id" UUID NOT NULL,
    "type_code" TEXT NOT NULL,
    "subtype_code" TEXT,
    "type_text" TEXT,
    "source" TEXT NOT NULL,
    "source_text" TEXT,
    "intake" TEXT NOT NULL,
    "sealed" BOOLEAN NOT NULL DEFAULT false,
    "sealed_why" TEXT,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "amount_fen" BIGINT,
    "amount_about" BOOLEAN NOT NULL DEFAULT false,
    "amount_note" TEXT,
    "people_count" INTEGER,
    "household_count" INTEGER,
    "languages" TEXT[],
    "danger_signs" TEXT[],
    "place_text" TEXT,
    "door_cipher" TEXT,
    "occurred_on" TEXT,
    "asked_at" TIMESTAMPTZ(3),
    "leaves_at" TIMESTAMPTZ(3),
    "registered_by_id" UUID,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_by_id" UUID,
    "keeper_id" UUID,
    "first_received_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "due_day" DATE,
    "due_period" TEXT,
    "desk_since" TIMESTAMPTZ(3) NOT NULL,
    "tokens" TEXT[],
    "search_text" TEXT NOT NULL,

    CONSTRAINT "dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "role_text" TEXT,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sound_key" TEXT,
    "id_kind" TEXT,
    "id_cipher" TEXT,
    "id_hash" TEXT,
    "phone_cipher" TEXT,
    "phone_hash" TEXT,
    "address_text" TEXT,
    "door_cipher" TEXT,
    "sex" TEXT,
    "birth_year" INTEGER,
    "minor" BOOLEAN NOT NULL DEFAULT false,
    "languages" TEXT[],
    "willing" TEXT NOT NULL DEFAULT 'notAsked',
    "willing_how" TEXT,
    "willing_at" TIMESTAMPTZ(3),
    "willing_by_id" UUID,
    "no_sms" BOOLEAN NOT NULL DEFAULT false,
    "safe_contact" TEXT,
    "roster_count" INTEGER,
    "roster_unit" TEXT,
    "roster_estimated" BOOLEAN NOT NULL DEFAULT false,
    "roster_representatives" INTEGER,
    "note" TEXT,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party_helper" (
    "id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "relation" TEXT,
    "phone_cipher" TEXT,
    "phone_hash" TEXT,
    "may_settle" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "party_helper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "leg" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "body_id" UUID NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "offered_by_id" UUID,
    "received_at" TIMESTAMPTZ(3),
    "received_by_id" UUID,
    "party_asked" BOOLEAN NOT NULL DEFAULT false,
    "other_number" TEXT,
    "volume_number" TEXT,
    "rights_told_at" TIMESTAMPTZ(3),
    "rights_told_how" TEXT,
    "rights_told_language" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "result" TEXT,
    "result_code" TEXT,
    "opened_version" INTEGER NOT NULL,
    "ended_version" INTEGER,

    CONSTRAINT "leg_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "leg_mediator" (
    "id" UUID NOT NULL,
    "leg_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "lead" BOOLEAN NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),

    CONSTRAINT "leg_mediator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sight" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "why" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),

    CONSTRAINT "sight_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispute_event" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "from_status" "DisputeStatus",
    "to_status" "DisputeStatus" NOT NULL,
    "leg_id" UUID,
    "subject_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_role" TEXT,
    "actor_body_id" UUID,
    "actor_area_id" UUID,
    "behalf_body_id" UUID,
    "behalf_party_id" UUID,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "dispute_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_text" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "corrects_id" UUID,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "rule_code" TEXT,
    "rule_version" INTEGER,
    "counted_from" TIMESTAMPTZ(3) NOT NULL,
    "first_day" DATE NOT NULL,
    "raw_end" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "provisional" BOOLEAN NOT NULL DEFAULT false,
    "paused_since" DATE,
    "pause_reason" TEXT,
    "stopped_at" TIMESTAMPTZ(3),
    "stopped_why" TEXT,
    "fired_at" TIMESTAMPTZ(3),
    "created_version" INTEGER NOT NULL,

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline_pause" (
    "id" UUID NOT NULL,
    "deadline_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE,
    "reason" TEXT NOT NULL,

    CONSTRAINT "deadline_pause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline_extension" (
    "id" UUID NOT NULL,
    "deadline_id" UUID NOT NULL,
    "length" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "consent" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deadline_extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mediation" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "leg_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "place" TEXT,
    "language" TEXT,
    "host_id" UUID,
    "result" TEXT,
    "next_at" TIMESTAMPTZ(3),

    CONSTRAINT "mediation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "id" UUID NOT NULL,
    "mediation_id" UUID NOT NULL,
    "party_id" UUID,
    "account_id" UUID,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "present" BOOLEAN NOT NULL,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "leg_id" UUID,
    "status" "AgreementStatus" NOT NULL,
    "kind" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "effect_rule" TEXT NOT NULL,
    "number" TEXT,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "effective_at" TIMESTAMPTZ(3),
    "confirmable" BOOLEAN NOT NULL DEFAULT false,
    "replaces_id" UUID,
    "part_who" TEXT,
    "part_count" INTEGER,
    "part_left" INTEGER,
    "reason" TEXT,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signature" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "party_id" UUID,
    "account_id" UUID,
    "body_id" UUID,
    "name" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "signed_on" DATE NOT NULL,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "obligation" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "who" TEXT NOT NULL,
    "to" TEXT,
    "what" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "amount_fen" BIGINT,
    "amount_text" TEXT,
    "formula" TEXT,
    "heads" INTEGER,
    "due_day" DATE,
    "due_text" TEXT,
    "every" TEXT,
    "times" INTEGER,
    "until" TEXT,
    "standing" BOOLEAN NOT NULL DEFAULT false,
    "condition" TEXT,
    "depends_on" INTEGER[],
    "note" TEXT,

    CONSTRAINT "obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "performance" (
    "id" UUID NOT NULL,
    "obligation_id" UUID NOT NULL,
    "amount_fen" BIGINT,
    "whole" BOOLEAN NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "by_text" TEXT,
    "proof" TEXT,
    "received_on" DATE,
    "recorded_by_id" UUID,

    CONSTRAINT "performance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "confirmation" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "status" "ConfirmationStatus" NOT NULL,
    "court_id" UUID,
    "court_reason" TEXT,
    "covers" UUID[],
    "applied_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "number" TEXT,

    CONSTRAINT "confirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "status" "RequestStatus" NOT NULL,
    "body_id" UUID,
    "outside_name" TEXT,
    "outside_kind" TEXT,
    "role_text" TEXT NOT NULL,
    "asked_text" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by_id" UUID,
    "answer_by" DATE,
    "received_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "answer" TEXT,

    CONSTRAINT "request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prior" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "on_text" TEXT,
    "force" TEXT NOT NULL,
    "kept" TEXT,
    "terms" JSONB,

    CONSTRAINT "prior_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispute_link" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "other_id" UUID,
    "other_text" TEXT,

    CONSTRAINT "dispute_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duplicate_decision" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "same" BOOLEAN NOT NULL,
    "why" TEXT,

    CONSTRAINT "duplicate_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "risk_change" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "level" "RiskLevel" NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,

    CONSTRAINT "risk_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file" (
    "id" UUID NOT NULL,
    "dispute_id" UUID,
    "draft_id" UUID,
    "event_id" UUID,
    "kind" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "sha256" TEXT NOT NULL,
    "uploaded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "data_key" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("account_id","key")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "act" TEXT NOT NULL,
    "dispute_id" UUID,
    "subject_kind" TEXT,
    "subject_id" UUID,
    "detail" JSONB NOT NULL,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "worker_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("worker_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "area_code_key" ON "area"("code");

-- CreateIndex
CREATE INDEX "area_parent_id_idx" ON "area"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "body_key_key" ON "body"("key");

-- CreateIndex
CREATE INDEX "body_area_id_idx" ON "body"("area_id");

-- CreateIndex
CREATE INDEX "period_rule_period_idx" ON "period_rule"("period");

-- CreateIndex
CREATE UNIQUE INDEX "account_phone_hash_key" ON "account"("phone_hash");

-- CreateIndex
CREATE INDEX "account_created_at_idx" ON "account"("created_at");

-- CreateIndex
CREATE INDEX "post_account_id_idx" ON "post"("account_id");

-- CreateIndex
CREATE INDEX "post_body_id_idx" ON "post"("body_id");

-- CreateIndex
CREATE INDEX "post_area_id_role_idx" ON "post"("area_id", "role");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "dispute_number_key" ON "dispute"("number");

-- CreateIndex
CREATE INDEX "dispute_tokens_idx" ON "dispute" USING GIN ("tokens");

-- CreateIndex
CREATE INDEX "dispute_township_id_due_at_id_idx" ON "dispute"("township_id", "due_at", "id");

-- CreateIndex
CREATE INDEX "dispute_district_id_recorded_at_id_idx" ON "dispute"("district_id", "recorded_at", "id");

-- CreateIndex
CREATE INDEX "dispute_registered_by_id_recorded_at_idx" ON "dispute"("registered_by_id", "recorded_at");

-- CreateIndex
CREATE INDEX "party_dispute_id_idx" ON "party"("dispute_id");

-- CreateIndex
CREATE INDEX "party_id_hash_idx" ON "party"("id_hash");

-- CreateIndex
CREATE INDEX "party_name_idx" ON "party"("name");

-- CreateIndex
CREATE INDEX "party_helper_party_id_idx" ON "party_helper"("party_id");

-- CreateIndex
CREATE INDEX "leg_dispute_id_idx" ON "leg"("dispute_id");

-- CreateIndex
CREATE INDEX "leg_body_id_ended_at_idx" ON "leg"("body_id", "ended_at");

-- CreateIndex
CREATE INDEX "leg_mediator_leg_id_idx" ON "leg_mediator"("leg_id");

-- CreateIndex
CREATE INDEX "leg_mediator_account_id_valid_to_idx" ON "leg_mediator"("account_id", "valid_to");

-- CreateIndex
CREATE INDEX "sight_subject_id_valid_to_idx" ON "sight"("subject_id", "valid_to");

-- CreateIndex
CREATE INDEX "sight_dispute_id_idx" ON "sight"("dispute_id");

-- CreateIndex
CREATE UNIQUE INDEX "dispute_event_dispute_id_version_key" ON "dispute_event"("dispute_id", "version");

-- CreateIndex
CREATE INDEX "event_text_event_id_idx" ON "event_text"("event_id");

-- CreateIndex
CREATE INDEX "event_text_dispute_id_idx" ON "event_text"("dispute_id");

-- CreateIndex
CREATE INDEX "deadline_dispute_id_idx" ON "deadline"("dispute_id");

-- CreateIndex
CREATE INDEX "deadline_pause_deadline_id_idx" ON "deadline_pause"("deadline_id");

-- CreateIndex
CREATE INDEX "deadline_extension_deadline_id_idx" ON "deadline_extension"("deadline_id");

-- CreateIndex
CREATE INDEX "mediation_dispute_id_idx" ON "mediation"("dispute_id");

-- CreateIndex
CREATE INDEX "mediation_host_id_next_at_idx" ON "mediation"("host_id", "next_at");

-- CreateIndex
CREATE INDEX "attendance_mediation_id_idx" ON "attendance"("mediation_id");

-- CreateIndex
CREATE INDEX "agreement_dispute_id_idx" ON "agreement"("dispute_id");

-- CreateIndex
CREATE INDEX "signature_agreement_id_idx" ON "signature"("agreement_id");

-- CreateIndex
CREATE UNIQUE INDEX "obligation_agreement_id_position_key" ON "obligation"("agreement_id", "position");

-- CreateIndex
CREATE INDEX "performance_obligation_id_idx" ON "performance"("obligation_id");

-- CreateIndex
CREATE INDEX "confirmation_dispute_id_idx" ON "confirmation"("dispute_id");

-- CreateIndex
CREATE INDEX "request_dispute_id_idx" ON "request"("dispute_id");

-- CreateIndex
CREATE INDEX "request_body_id_status_idx" ON "request"("body_id", "status");

-- CreateIndex
CREATE INDEX "prior_dispute_id_idx" ON "prior"("dispute_id");

-- CreateIndex
CREATE INDEX "dispute_link_dispute_id_idx" ON "dispute_link"("dispute_id");

-- CreateIndex
CREATE INDEX "duplicate_decision_dispute_id_idx" ON "duplicate_decision"("dispute_id");

-- CreateIndex
CREATE INDEX "risk_change_dispute_id_idx" ON "risk_change"("dispute_id");

-- CreateIndex
CREATE INDEX "file_dispute_id_idx" ON "file"("dispute_id");

-- CreateIndex
CREATE INDEX "file_draft_id_idx" ON "file"("draft_id");

-- CreateIndex
CREATE INDEX "draft_account_id_idx" ON "draft"("account_id");

-- CreateIndex
CREATE INDEX "notice_dispute_id_idx" ON "notice"("dispute_id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_account_id_event_id_key" ON "notice"("account_id", "event_id");

-- CreateIndex
CREATE INDEX "audit_dispute_id_idx" ON "audit"("dispute_id");

-- CreateIndex
CREATE INDEX "audit_recorded_at_idx" ON "audit"("recorded_at");

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body" ADD CONSTRAINT "body_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body" ADD CONSTRAINT "body_seal_of_id_fkey" FOREIGN KEY ("seal_of_id") REFERENCES "body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party" ADD CONSTRAINT "party_dispute_id_fkey" FOREIGN KEY ("dispute_id") REFERENCES "dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_helper" ADD CONSTRAINT "party_helper_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leg" ADD CONSTRAINT "leg_dispute_id_fkey" FOREIGN KEY ("dispute_id") REFERENCES "dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leg" ADD CONSTRAINT "leg_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leg_mediator" ADD CONSTRAINT "leg_mediator_leg_id_fkey" FOREIGN KEY ("leg_id") REFERENCES "leg"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sight" ADD CONSTRAINT "sight_dispute_id_fkey" FOREIGN KEY ("dispute_id") REFERENCES "dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispute_event" ADD CONSTRAINT "dispute_event_dispute_id_fkey" FOREIGN KEY ("dispute_id") REFERENCES "dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_text" ADD CONSTRAINT "event_text_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "dispute_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline_pause" ADD CONSTRAINT "deadline_pause_deadline_id_fkey" FOREIGN KEY ("deadline_id") REFERENCES "deadline"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline_extension" ADD CONSTRAINT "deadline_extension_deadline_id_fkey" FOREIGN KEY ("deadline_id") REFERENCES "deadline"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mediation" ADD CONSTRAINT "mediation_dispute_id_fkey" FOREIGN KEY ("dispute_id") REFERENCES "dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_mediation_id_fkey" FOREIGN KEY ("mediation_id") REFERENCES "mediation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_dispute_id_fkey" FOREIGN KEY ("dispute_id") REFERENCES "dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "performance" ADD CONSTRAINT "performance_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_dispute_id_fkey" FOREIGN KEY ("dispute_id") REFERENCES "dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema file cannot say.

-- 登记编号: one running number, gaps allowed.
create sequence dispute_number_seq;

-- New rows must not wait in a pending list that every search reads.
alter index dispute_tokens_idx set (fastupdate = off);

-- One open leg, one running period of a subject, one open row of sight, one mediator once.
create unique index leg_open_key on leg (dispute_id) where ended_at is null;
create unique index deadline_running_key on deadline (subject_id, period) where stopped_at is null;
create unique index sight_open_key on sight (dispute_id, subject_id, why) where valid_to is null;
create unique index leg_mediator_open_key on leg_mediator (leg_id, account_id) where valid_to is null;

-- What the sweep claims, what the desks list.
create index deadline_due_idx on deadline (due_at) where stopped_at is null and fired_at is null and paused_since is null;
create index dispute_triage_idx on dispute (township_id, level, due_at, id) where status in ('reported', 'failed');
create index dispute_triage_district_idx on dispute (district_id, due_at, id) where status in ('reported', 'failed') and level = 'district';
create index dispute_danger_idx on dispute (district_id, township_id, id) where risk <> 'green';

alter table dispute add constraint dispute_version_check check (version >= 0);
alter table dispute add constraint dispute_amount_check check (amount_fen is null or amount_fen >= 0);
alter table obligation add constraint obligation_amount_check check (amount_fen is null or amount_fen > 0);
alter table performance add constraint performance_amount_check check (amount_fen is null or amount_fen > 0);

-- The log is appended, never edited: a wrong event is answered by a further one.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end
$$;
create trigger dispute_event_kept before update or delete on dispute_event for each row execute function refuse_change();
create trigger audit_kept before update or delete on audit for each row execute function refuse_change();
