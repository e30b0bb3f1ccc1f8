import { useForm } from "../lib/form";
import { TextInput } from "../ui/Field";
import { FormFrame } from "../ui/FormFrame";
import { Narrow } from "../ui/Layout";
import { PageHeader } from "../ui/PageHeader";
import { register } from "./api";
import { Demo } from "./Demo";
import { emailRule, nameRule, passwordRule, useEntrance } from "./entrance";
import { OtherWay } from "./OtherWay";

const rules = { name: nameRule, email: emailRule, password: passwordRule };

export function Register() {
  const { search, enter } = useEntrance();
  const form = useForm(rules, {}, async (values) => enter(await register(values)));
  return (
    <Narrow>
      <PageHeader title="Register" />
      <FormFrame label="Register" action="Register" form={form}>
        <TextInput label="Name" required autoComplete="name" hint="Others see it beside what you add." {...form.bind("name")} />
        <TextInput label="E-mail" type="email" required autoComplete="username" {...form.bind("email")} />
        <TextInput
          label="Password"
          type="password"
          required
          autoComplete="new-password"
          hint="At least 8 characters."
          {...form.bind("password")}
        />
      </FormFrame>
      <OtherWay text="You have an account already?" to={`/sign-in${search}`} label="Sign in" />
      <Demo enter={enter} />
    </Narrow>
  );
}
