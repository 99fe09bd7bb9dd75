-- AlterTable
ALTER TABLE "body" ADD COLUMN     "close_paper" TEXT,
ADD COLUMN     "close_why" TEXT,
ADD COLUMN     "filed_on" DATE,
ADD COLUMN     "founder" TEXT,
ADD COLUMN     "set_up_paper" TEXT;

-- AlterTable
ALTER TABLE "dispute" ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "unroutable_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "dispute_link" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'related';

-- AlterTable
ALTER TABLE "import_sheet" ADD COLUMN     "undone_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "mediation" ADD COLUMN     "sitting_id" UUID;

-- AlterTable
ALTER TABLE "party" ADD COLUMN     "address_hash" TEXT,
ADD COLUMN     "employer" TEXT,
ADD COLUMN     "from_dispute_id" UUID,
ADD COLUMN     "wish_body_id" UUID;

-- AlterTable
ALTER TABLE "request" ADD COLUMN     "arrive_by" TIMESTAMPTZ(3),
ADD COLUMN     "arrived_at" TIMESTAMPTZ(3),
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'help',
ADD COLUMN     "registrant_id" UUID;

-- CreateTable
CREATE TABLE "committee_term" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "elected_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "how" TEXT NOT NULL,
    "paper" TEXT,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "committee_term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registrant" (
    "id" UUID NOT NULL,
    "account_id" UUID,
    "name" TEXT NOT NULL,
    "sound_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sex" TEXT,
    "ethnicity" TEXT,
    "birth_year" INTEGER,
    "education" TEXT,
    "profession" TEXT,
    "qualifications" TEXT[],
    "languages" TEXT[],
    "employer" TEXT,
    "salaried" BOOLEAN NOT NULL DEFAULT false,
    "area_id" UUID,
    "phone_cipher" TEXT,
    "phone_hash" TEXT,
    "id_cipher" TEXT,
    "id_hash" TEXT,
    "home_cipher" TEXT,
    "home_hash" TEXT,
    "cap" INTEGER,
    "province_code" TEXT,
    "note" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "registrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registrant_kin" (
    "id" UUID NOT NULL,
    "registrant_id" UUID NOT NULL,
    "relation" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "id_hash" TEXT,
    "phone_hash" TEXT,
    "same_household" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "registrant_kin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL,
    "registrant_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "office" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "paper" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "ended_on" DATE,
    "end_why" TEXT,
    "end_paper" TEXT,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training" (
    "id" UUID NOT NULL,
    "registrant_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "hours" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "by_text" TEXT,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "training_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "registrant_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "why" TEXT NOT NULL,
    "substitute_id" UUID,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consultation" (
    "id" UUID NOT NULL,
    "registrant_id" UUID NOT NULL,
    "dispute_id" UUID,
    "held_on" DATE NOT NULL,
    "people" INTEGER NOT NULL DEFAULT 1,
    "line" TEXT,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispute_merge" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "into_id" UUID NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL,
    "merged_by_id" UUID,
    "before" JSONB NOT NULL,
    "split_at" TIMESTAMPTZ(3),
    "split_by_id" UUID,

    CONSTRAINT "dispute_merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recommendation" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "event_id" UUID,
    "version" TEXT NOT NULL,
    "inputs" JSONB NOT NULL,
    "outcome" JSONB NOT NULL,
    "chosen_body_id" UUID,
    "place" INTEGER,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tie_declaration" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "bars" BOOLEAN NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tie_declaration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tie_clearing" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "why" TEXT,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tie_clearing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "venue" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "seats" INTEGER,
    "note" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "venue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sitting" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "leg_id" UUID,
    "kind" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "venue_id" UUID,
    "place_text" TEXT,
    "status" TEXT NOT NULL,
    "planned_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "sitting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sitting_seat" (
    "id" UUID NOT NULL,
    "sitting_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "sitting_seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party_away" (
    "id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "note" TEXT,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "party_away_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "account_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("account_id")
);

-- CreateIndex
CREATE INDEX "committee_term_body_id_elected_on_idx" ON "committee_term"("body_id", "elected_on");

-- CreateIndex
CREATE UNIQUE INDEX "registrant_account_id_key" ON "registrant"("account_id");

-- CreateIndex
CREATE INDEX "registrant_phone_hash_idx" ON "registrant"("phone_hash");

-- CreateIndex
CREATE INDEX "registrant_id_hash_idx" ON "registrant"("id_hash");

-- CreateIndex
CREATE INDEX "registrant_area_id_idx" ON "registrant"("area_id");

-- CreateIndex
CREATE INDEX "registrant_kin_registrant_id_idx" ON "registrant_kin"("registrant_id");

-- CreateIndex
CREATE INDEX "appointment_registrant_id_idx" ON "appointment"("registrant_id");

-- CreateIndex
CREATE INDEX "appointment_body_id_ended_on_idx" ON "appointment"("body_id", "ended_on");

-- CreateIndex
CREATE INDEX "training_registrant_id_idx" ON "training"("registrant_id");

-- CreateIndex
CREATE INDEX "absence_registrant_id_to_day_idx" ON "absence"("registrant_id", "to_day");

-- CreateIndex
CREATE INDEX "absence_substitute_id_idx" ON "absence"("substitute_id");

-- CreateIndex
CREATE INDEX "consultation_registrant_id_held_on_idx" ON "consultation"("registrant_id", "held_on");

-- CreateIndex
CREATE INDEX "consultation_dispute_id_idx" ON "consultation"("dispute_id");

-- CreateIndex
CREATE INDEX "dispute_merge_dispute_id_idx" ON "dispute_merge"("dispute_id");

-- CreateIndex
CREATE INDEX "dispute_merge_into_id_idx" ON "dispute_merge"("into_id");

-- CreateIndex
CREATE INDEX "recommendation_dispute_id_idx" ON "recommendation"("dispute_id");

-- CreateIndex
CREATE INDEX "recommendation_recorded_at_idx" ON "recommendation"("recorded_at");

-- CreateIndex
CREATE INDEX "tie_declaration_dispute_id_account_id_idx" ON "tie_declaration"("dispute_id", "account_id");

-- CreateIndex
CREATE INDEX "tie_clearing_dispute_id_account_id_idx" ON "tie_clearing"("dispute_id", "account_id");

-- CreateIndex
CREATE INDEX "venue_body_id_idx" ON "venue"("body_id");

-- CreateIndex
CREATE INDEX "sitting_dispute_id_idx" ON "sitting"("dispute_id");

-- CreateIndex
CREATE INDEX "sitting_starts_at_idx" ON "sitting"("starts_at");

-- CreateIndex
CREATE INDEX "sitting_seat_sitting_id_idx" ON "sitting_seat"("sitting_id");

-- CreateIndex
CREATE INDEX "sitting_seat_subject_id_starts_at_idx" ON "sitting_seat"("subject_id", "starts_at");

-- CreateIndex
CREATE INDEX "party_away_dispute_id_idx" ON "party_away"("dispute_id");

-- CreateIndex
CREATE INDEX "party_away_party_id_idx" ON "party_away"("party_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

-- CreateIndex
CREATE INDEX "dispute_merged_into_id_idx" ON "dispute"("merged_into_id");

-- CreateIndex
CREATE INDEX "dispute_link_other_id_idx" ON "dispute_link"("other_id");

-- CreateIndex
CREATE INDEX "party_phone_hash_idx" ON "party"("phone_hash");

-- CreateIndex
CREATE INDEX "party_address_hash_idx" ON "party"("address_hash");

-- CreateIndex
CREATE INDEX "party_sound_key_idx" ON "party"("sound_key");

-- CreateIndex
CREATE INDEX "request_kind_asked_at_idx" ON "request"("kind", "asked_at");

-- AddForeignKey
ALTER TABLE "committee_term" ADD CONSTRAINT "committee_term_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registrant" ADD CONSTRAINT "registrant_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registrant_kin" ADD CONSTRAINT "registrant_kin_registrant_id_fkey" FOREIGN KEY ("registrant_id") REFERENCES "registrant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_registrant_id_fkey" FOREIGN KEY ("registrant_id") REFERENCES "registrant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training" ADD CONSTRAINT "training_registrant_id_fkey" FOREIGN KEY ("registrant_id") REFERENCES "registrant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_registrant_id_fkey" FOREIGN KEY ("registrant_id") REFERENCES "registrant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_substitute_id_fkey" FOREIGN KEY ("substitute_id") REFERENCES "registrant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_registrant_id_fkey" FOREIGN KEY ("registrant_id") REFERENCES "registrant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "venue" ADD CONSTRAINT "venue_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sitting" ADD CONSTRAINT "sitting_dispute_id_fkey" FOREIGN KEY ("dispute_id") REFERENCES "dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sitting_seat" ADD CONSTRAINT "sitting_seat_sitting_id_fkey" FOREIGN KEY ("sitting_id") REFERENCES "sitting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Two sittings in one room, or of one mediator, at one time: impossible, also for two who write at once.
create extension if not exists btree_gist schema extensions;
alter table sitting_seat add constraint sitting_seat_once
  exclude using gist (subject_id with =, tstzrange(starts_at, ends_at) with &&) where (released_at is null);
alter table sitting_seat add constraint sitting_seat_ends_after check (ends_at > starts_at);
alter table sitting add constraint sitting_ends_after check (ends_at > starts_at);
-- One file rests in one other at a time, and in itself never.
create unique index dispute_merge_once on dispute_merge (dispute_id) where split_at is null;
alter table dispute_merge add constraint dispute_merge_two check (dispute_id <> into_id);
alter table absence add constraint absence_ends_after check (to_day >= from_day);
alter table absence add constraint absence_not_oneself check (substitute_id is distinct from registrant_id);
-- Who was recommended last, and which of the post's disputes nobody can take.
create index dispute_unroutable on dispute (district_id) where unroutable_since is not null;
