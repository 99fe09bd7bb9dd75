-- AlterTable
ALTER TABLE "party_helper" ADD COLUMN     "paper_seen_at" TIMESTAMPTZ(3),
ADD COLUMN     "paper_seen_by_id" UUID;

-- A name that was written down twice stands there once: the first time.
delete from signature s using signature e where e.agreement_id = s.agreement_id and e.kind = s.kind and e.name = s.name
  and e.party_id is not distinct from s.party_id and e.id < s.id;

-- DropIndex
DROP INDEX "signature_agreement_id_idx";

-- CreateIndex: the mediator and the seal are no party, and still sign once.
CREATE UNIQUE INDEX "signature_once_key" ON "signature"("agreement_id", "kind", "party_id", "name") NULLS NOT DISTINCT;
