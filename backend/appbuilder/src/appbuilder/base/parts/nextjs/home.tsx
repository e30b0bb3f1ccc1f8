import { Navigate } from "../lib/routing";

export default function Page() {
  return <Navigate to="<<start>>" replace />;
}
