declare module "virtual:stil" {
  const css: string;
  export default css;
}
