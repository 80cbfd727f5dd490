import { useRouter } from "@tanstack/react-router";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { Page } from "@/ui/page";
import { NOT_FOUND, PAGE_FAILED, TRY_AGAIN } from "@/words/problems";

export function PageFailed({ error }: { error: unknown }) {
  const router = useRouter();
  return (
    <Page title={PAGE_FAILED}>
      <Notice tone="bad" acts={<Button onClick={() => void router.invalidate()}>{TRY_AGAIN}</Button>}>
        {error instanceof Error ? error.message : String(error)}
      </Notice>
    </Page>
  );
}

export function PageMissing() {
  return (
    <Page title={NOT_FOUND}>
      <a className="text-accent underline" href="#/">
        Outbound
      </a>
    </Page>
  );
}
