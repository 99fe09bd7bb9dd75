-- AlterTable
ALTER TABLE "account" ADD COLUMN     "contact_hash" TEXT;

-- AlterTable
ALTER TABLE "tie_clearing" ADD COLUMN     "party_id" UUID;

-- CreateIndex
CREATE INDEX "party_helper_phone_hash_idx" ON "party_helper"("phone_hash");
