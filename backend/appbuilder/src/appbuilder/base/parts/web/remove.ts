
export function remove(id: number): Promise<void> {
  return http.request("DELETE", `${PATH}/${id}`);
}

export function restore(id: number): Promise<void> {
  return http.request("POST", `${PATH}/${id}/restore`);
}
