import { useForm } from "../lib/form";
import { TextInput } from "../ui/Field";
import { FormFrame } from "../ui/FormFrame";
import { Narrow } from "../ui/Layout";
import { PageHeader } from "../ui/PageHeader";
import { signIn } from "./api";
import { Demo } from "./Demo";
import { emailRule, passwordRule, useEntrance } from "./entrance";
import { OtherWay } from "./OtherWay";
import { useSession } from "./session";

const rules = { email: emailRule, password: passwordRule };

export function SignIn() {
  const { registration_is_open } = useSession();
  const { search, enter } = useEntrance();
  const form = useForm(rules, {}, async (values) => enter(await signIn(values)));
  return (
    <Narrow>
      <PageHeader title="Sign in" />
      <FormFrame label="Sign in" action="Sign in" form={form}>
        <TextInput label="E-mail" type="email" required autoComplete="username" {...form.bind("email")} />
        <TextInput label="Password" type="password" required autoComplete="current-password" {...form.bind("password")} />
      </FormFrame>
      {registration_is_open ? (
        <OtherWay text="You have no account yet?" to={`/register${search}`} label="Register" />
      ) : (
        <p className="mt-4 text-sm text-muted">You have no account yet? An admin of this app can add you.</p>
      )}
      <Demo enter={enter} />
    </Narrow>
  );
}
