-- AlterTable
ALTER TABLE "duplicate_decision" ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "decided_by_id" UUID;

-- CreateIndex
CREATE INDEX "duplicate_decision_other_id_idx" ON "duplicate_decision"("other_id");
