import { getRouteApi, Link } from "@tanstack/react-router";
import { AcceptForm } from "@/sign_in/accept_form";
import { forgetArrival, useArrival } from "@/sign_in/arrival";
import { CompanyForm } from "@/sign_in/company_form";
import { FinishForm } from "@/sign_in/finish_form";
import { Frame } from "@/sign_in/frame";
import { ResetForm } from "@/sign_in/reset_form";
import { SignInForm } from "@/sign_in/sign_in_form";
import { Notice } from "@/ui/notice";
import { ACCEPT, FINISH, RESET, SIGN_IN } from "@/words/sign_in";

const route = getRouteApi("/sign-in");
const look = "text-sm text-accent underline underline-offset-2";

export function SignInScreen() {
  const { way, ended } = route.useSearch();
  const came = useArrival();
  if (came?.kind === "invitation")
    return (
      <Frame title={ACCEPT.invited}>
        <AcceptForm token={came.secret} explained={ACCEPT.invitedExplained} />
      </Frame>
    );
  if (came?.kind === "reset-code")
    return (
      <Frame title={ACCEPT.reset}>
        <AcceptForm token={came.secret} explained={ACCEPT.resetExplained} />
      </Frame>
    );
  if (came?.kind === "sign-in-code")
    return (
      <Frame title={FINISH.title}>
        <FinishForm code={came.secret} />
        <Back />
      </Frame>
    );
  if (way === "reset")
    return (
      <Frame title={RESET.title}>
        <ResetForm />
        <Back />
      </Frame>
    );
  if (way === "company")
    return (
      <Frame title={SIGN_IN.company}>
        <CompanyForm />
        <Back />
      </Frame>
    );
  return (
    <Frame title={SIGN_IN.title}>
      {ended && <Notice tone="warning">{SIGN_IN.ended}</Notice>}
      <SignInForm />
      <nav className="grid justify-items-start gap-2" aria-label={SIGN_IN.otherWay}>
        <Link to="/sign-in" search={(now) => ({ ...now, way: "reset" })} className={look}>
          {SIGN_IN.forgot}
        </Link>
        <Link to="/sign-in" search={(now) => ({ ...now, way: "company" })} className={look}>
          {SIGN_IN.company}
        </Link>
      </nav>
    </Frame>
  );
}

function Back() {
  return (
    <Link
      to="/sign-in"
      search={(now) => ({ ...now, way: undefined })}
      className={look}
      onClick={forgetArrival}
    >
      {SIGN_IN.back}
    </Link>
  );
}
