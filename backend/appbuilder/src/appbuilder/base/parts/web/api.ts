/** <<Plural>>, as the API knows them. */

<<format_import>>
import * as http from "../lib/http";
<<option_import>>

const PATH = "/api/<<slug>>";

export interface <<Name>> {
  id: number;
  <<fields>>
  created_at: string;
  updated_at: string;
}
<<input_interface>>
<<summary_interface>>
<<options>>
<<creators>>

/** What <<a_words>> is called in links and headings. */
export function titleOf(entry: <<Name>>): string {
  return <<title>>;
}

export function list(query: http.Query): Promise<http.List<<<Name>>>> {
  return http.request("GET", http.withQuery(PATH, query));
}

export function read(id: number): Promise<<<Name>>> {
  return http.request("GET", `${PATH}/${id}`);
}
<<create>>
<<update>>
<<remove>>
<<summary>>
<<more>>
