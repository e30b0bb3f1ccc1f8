<<imports>>

const rules = {
  <<rules>>
};

interface <<Name>>FormProps {
  /** The entry to change; a new one is added when there is none. */
  entry?: api.<<Name>>;
  <<initial_prop>>
  cancel?: string;
  <<without_prop>>
  <<action_prop>>
  onSaved(entry: api.<<Name>>): void;
}

export function <<Name>>Form({ entry, <<initial_argument>>cancel, <<without_argument>><<action_argument>>onSaved }: <<Name>>FormProps) {
  const toast = useToast();
  <<choices_load>>
  const form = useForm(rules, entry ?? <<start>>, async (values) => {
    <<save>>
    toast(entry ? "<<Label>> saved" : "<<Label>> added");
    onSaved(saved);
  }<<checks>>);
  <<steps>>

  <<result>>
}
