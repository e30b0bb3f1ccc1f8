
export function update(id: number, changes: Partial<<<Name>>Input>): Promise<<<Name>>> {
  return http.request("PATCH", `${PATH}/${id}`, changes);
}
