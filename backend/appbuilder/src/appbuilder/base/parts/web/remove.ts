
export function remove(id: number): Promise<void> {
  return http.request("DELETE", `${PATH}/${id}`);
}
