-- DropIndex
DROP INDEX "notice_account_id_event_id_key";

-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "topic" TEXT NOT NULL DEFAULT 'event';

-- CreateIndex
CREATE UNIQUE INDEX "notice_account_id_event_id_topic_key" ON "notice"("account_id", "event_id", "topic");
