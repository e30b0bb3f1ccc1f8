import { useState } from "react";
import { useForm } from "../lib/form";
import { reasonOf } from "../lib/http";
import { useLoad } from "../lib/load";
import { choice } from "../lib/rules";
import { IconButton } from "../ui/Button";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { Select, TextInput } from "../ui/Field";
import { FormFrame } from "../ui/FormFrame";
import { Aside } from "../ui/Layout";
import { LoadedBody } from "../ui/LoadedBody";
import { PageHeader } from "../ui/PageHeader";
import { ActionCell, Cell, Row, Table, TitleCell } from "../ui/Table";
import { useToast } from "../ui/Toasts";
import { addPerson, changeRole, type Person, people, removePerson } from "./api";
import { emailRule, nameRule, passwordRule } from "./entrance";
import { useRefusal } from "./Only";
import { useSession } from "./session";

const rules = { name: nameRule, email: emailRule, password: passwordRule, role: choice({ required: true }) };

/** Where admins look after people. */
export function People() {
  const { roles } = useSession();
  const refusal = useRefusal(roles.filter((role) => role.is_admin).map((role) => role.name));
  return refusal ?? <PeopleList />;
}

function PeopleList() {
  const list = useLoad("people", people);
  return (
    <>
      <PageHeader title="People" text="Everybody who has an account, and what they may do." />
      <Aside label="Add a person" aside={<PersonForm onAdded={list.reload} />}>
        <LoadedBody loaded={list}>
          {({ items }) => (
            <Table label="People" head={[{ label: "Name" }, { label: "E-mail" }, { label: "Role" }]}>
              {items.map((person) => (
                <PersonRow key={person.id} person={person} onChange={list.reload} />
              ))}
            </Table>
          )}
        </LoadedBody>
      </Aside>
    </>
  );
}

function PersonRow({ person, onChange }: { person: Person; onChange(): void }) {
  const session = useSession();
  const toast = useToast();

  async function change(role: string) {
    try {
      const changed = await changeRole(person.id, role);
      toast("Role changed");
      if (session.person?.id === person.id) session.enter(changed);
      else onChange();
    } catch (error) {
      toast(reasonOf(error, "The role could not be changed."), { failed: true });
    }
  }

  return (
    <Row>
      <TitleCell>{person.name}</TitleCell>
      <Cell label="E-mail">{person.email}</Cell>
      <Cell label="Role">
        <select
          aria-label={`Role of ${person.name}`}
          value={person.role}
          onChange={(event) => change(event.target.value)}
          className="control w-auto"
        >
          {session.roles.map((role) => (
            <option key={role.name} value={role.name}>
              {role.label}
            </option>
          ))}
        </select>
      </Cell>
      <ActionCell>
        {session.person?.id !== person.id && (
          <RemoveButton person={person} onRemoved={onChange} />
        )}
      </ActionCell>
    </Row>
  );
}

/** Asks first: an account does not come back. */
function RemoveButton({ person, onRemoved }: { person: Person; onRemoved(): void }) {
  const [asking, setAsking] = useState(false);
  const toast = useToast();

  async function confirm() {
    try {
      await removePerson(person.id);
    } catch (error) {
      toast(reasonOf(error, "It could not be deleted."), { failed: true });
      return;
    }
    toast("Account deleted");
    onRemoved();
  }

  return (
    <>
      <IconButton icon="trash" label={`Delete ${person.name}`} danger onClick={() => setAsking(true)} />
      {asking && (
        <ConfirmDialog
          title="Delete this account?"
          text={`“${person.name}” will be gone for good.`}
          action="Delete"
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function PersonForm({ onAdded }: { onAdded(): void }) {
  const { roles } = useSession();
  const toast = useToast();
  const form = useForm(rules, {}, async (values) => {
    await addPerson(values);
    toast("Person added");
    onAdded();
  });
  return (
    <FormFrame label="New person" action="Add person" form={form}>
      <TextInput label="Name" required {...form.bind("name")} />
      <TextInput label="E-mail" type="email" required {...form.bind("email")} />
      <TextInput
        label="First password"
        type="password"
        required
        autoComplete="new-password"
        hint="At least 8 characters. They can change it in their profile."
        {...form.bind("password")}
      />
      <Select
        label="Role"
        required
        choices={roles.map((role) => ({ value: role.name, label: role.label }))}
        {...form.bind("role")}
      />
    </FormFrame>
  );
}
