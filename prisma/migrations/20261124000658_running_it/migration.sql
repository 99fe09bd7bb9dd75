-- AlterTable
ALTER TABLE "area" ADD COLUMN     "merged_into_id" UUID;

-- AlterTable
ALTER TABLE "dispute" ADD COLUMN     "other_way_choice" TEXT,
ADD COLUMN     "other_way_told_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "entrustment" ADD COLUMN     "procedure" TEXT;

-- AlterTable
ALTER TABLE "period_rule" ADD COLUMN     "owner" TEXT,
ADD COLUMN     "owner_note" TEXT,
ADD COLUMN     "recorded_at" TIMESTAMPTZ(3),
ADD COLUMN     "recorded_by_id" UUID;

-- CreateTable
CREATE TABLE "area_name" (
    "area_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,

    CONSTRAINT "area_name_pkey" PRIMARY KEY ("area_id","valid_to")
);

-- CreateTable
CREATE TABLE "roster_member" (
    "id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "id_cipher" TEXT,
    "id_hash" TEXT,
    "phone_cipher" TEXT,
    "phone_hash" TEXT,
    "amount_fen" BIGINT,
    "note" TEXT,
    "representative" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "roster_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_sheet" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID,
    "data_key" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_sheet_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "roster_member_dispute_id_idx" ON "roster_member"("dispute_id");

-- CreateIndex
CREATE UNIQUE INDEX "roster_member_party_id_ordinal_key" ON "roster_member"("party_id", "ordinal");

-- CreateIndex
CREATE INDEX "import_sheet_account_id_recorded_at_idx" ON "import_sheet"("account_id", "recorded_at");

-- AddForeignKey
ALTER TABLE "area_name" ADD CONSTRAINT "area_name_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_member" ADD CONSTRAINT "roster_member_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
