-- AlterTable
ALTER TABLE "body" ADD COLUMN     "stationed_with" TEXT;
