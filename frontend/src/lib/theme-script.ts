/** The look before the first paint; apart from the hooks, because the build reads it on the server side. */

export const THEME_KEY = "vibecaas.theme";

/** Runs inline in the head, so that a dark page never flashes white. Its hash is part of the CSP. */
export const THEME_SCRIPT = `(function(){try{var c=localStorage.getItem(${JSON.stringify(THEME_KEY)})}catch(e){}var d=c==="dark"||(c!=="light"&&matchMedia("(prefers-color-scheme: dark)").matches);document.documentElement.dataset.theme=d?"dark":"light"})()`;
