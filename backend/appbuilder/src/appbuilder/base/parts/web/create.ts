
export function create(entry: <<Name>>Input): Promise<<<Name>>> {
  return http.request("POST", PATH, entry);
}
