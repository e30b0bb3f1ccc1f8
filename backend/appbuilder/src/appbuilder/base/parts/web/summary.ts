
export function summary(): Promise<<<Name>>Summary> {
  return http.request("GET", `${PATH}/summary`);
}
