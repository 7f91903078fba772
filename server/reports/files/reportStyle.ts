/** The look of a report as a page: on phone and desktop, light and dark, and on paper. */
export const reportStyle = `
:root { color-scheme: light dark; --ground: #fff; --ink: #1b2526; --soft: #586667; --line: #dfe7e6; --box: #f3f7f6; --link: #0b6b68; --warn: #8f3800; --warn-ground: #fdf1e6; --flag: #d55e00; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #182122; --ink: #e6eeed; --soft: #a5b5b5; --line: #2f3d3e; --box: #1f2a2b; --link: #6fd0c8; --warn: #f5b183; --warn-ground: #33261c; --flag: #f28e4c; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); border-top: 6px solid var(--link);
  font: 16px/1.7 system-ui, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
main, footer { max-width: 50rem; margin: 0 auto; padding: 0 1.25rem; overflow-wrap: anywhere; }
main { padding-top: 1.5rem; }
h1 { font-size: 1.9rem; line-height: 1.25; margin: 0 0 .5rem; text-wrap: balance; }
h2 { font-size: 1.3rem; line-height: 1.35; margin: 2.4rem 0 .5rem; color: var(--link); padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.08rem; line-height: 1.4; margin: 1.8rem 0 .3rem; }
p { margin: .5rem 0; } ul, ol { margin: .5rem 0; padding-left: 1.3rem; } li { margin: .35rem 0; }
.depth-1 { margin-left: 1.2rem; } .depth-2 { margin-left: 2.4rem; } .depth-3 { margin-left: 3.6rem; }
.lead { color: var(--soft); } .small { color: var(--soft); font-size: .84rem; line-height: 1.55; }
.warning { background: var(--warn-ground); color: var(--warn); border-left: 4px solid var(--flag); padding: .5rem .9rem; font-weight: 700; margin: 1rem 0; }
blockquote { margin: 1rem 0; padding: .1rem 1rem; border-left: 4px solid var(--line); color: var(--soft); }
a { color: var(--link); } hr { border: 0; border-top: 1px solid var(--line); margin: 1.5rem 0; }
pre { white-space: pre-wrap; background: var(--box); padding: .7rem 1rem; font-size: .85rem; }
.frame { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; min-width: min(100%, 32rem); font-size: .9rem; line-height: 1.45; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--soft); font-size: .84rem; padding-bottom: .35rem; }
th, td { padding: .38rem .8rem .38rem 0; text-align: left; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: normal; }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--soft); font-weight: 400; border-bottom-color: var(--soft); vertical-align: bottom; }
tbody th { font-weight: 400; min-width: 7rem; } .number { text-align: right; } td.number { white-space: nowrap; }
.flagged { color: var(--warn); font-weight: 700; white-space: nowrap; }
figure { margin: 1.8rem 0 2.2rem; } figcaption p { margin: 0; } .headline { font-weight: 700; font-size: 1.05rem; } .title { color: var(--soft); }
.drawing { margin: 0 -20px; } .drawing svg { display: block; width: 100%; height: auto; }
.dark, .narrow { display: none; }
@media (prefers-color-scheme: dark) { .light { display: none; } .dark.wide { display: block; } }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
summary { cursor: pointer; color: var(--link); font-size: .9rem; min-height: 24px; }
dl { background: var(--box); padding: .8rem 1.1rem; margin: .8rem 0; font-size: .86rem; line-height: 1.55; }
dl div { display: grid; grid-template-columns: minmax(7rem, 10rem) 1fr; gap: 0 1rem; padding: .18rem 0; }
dt { color: var(--soft); font-weight: 700; } dd { margin: 0; }
footer { color: var(--soft); font-size: .84rem; padding-top: 1rem; padding-bottom: 2.5rem; } footer::before { content: ""; display: block; border-top: 1px solid var(--line); margin-bottom: .8rem; }
@media (max-width: 559px) {
  main, footer { padding-left: 1rem; padding-right: 1rem; } h1 { font-size: 1.6rem; }
  .drawing { margin: 0 -1rem; }
  .wide, .dark.wide { display: none; } .narrow.light { display: block; }
  dl div { grid-template-columns: 1fr; padding: .3rem 0; }
  .wide-table table, .wide-table tbody, .wide-table tr, .wide-table td, .wide-table th, .wide-table caption { display: block; width: auto; }
  .wide-table thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .wide-table tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
  .wide-table th, .wide-table td { border: 0; padding: .08rem 0; }
  .wide-table tbody th { font-weight: 700; }
  .wide-table td { display: flex; justify-content: space-between; gap: 1rem; text-align: right; }
  .wide-table td::before { content: attr(data-title); color: var(--soft); font-weight: 400; text-align: left; white-space: normal; }
  .wide-table td[data-title="n"] { justify-content: flex-end; gap: .3em; } .wide-table td[data-title="n"]::before { content: "n ="; }
  .wide-table td:empty { display: none; }
}
@media (max-width: 559px) and (prefers-color-scheme: dark) { .narrow.light { display: none; } .narrow.dark { display: block; } }
@media print {
  :root { --ground: #fff; --ink: #000; --soft: #444; --line: #ccc; --box: #f5f5f5; --link: #0b6b68; --warn: #8f3800; --warn-ground: #fdf1e6; }
  body { font-size: 10.5pt; border: 0; } main, footer { max-width: none; padding: 0; }
  h1, h2, h3, caption, figcaption { break-after: avoid; } figure, tr, li, .warning { break-inside: avoid; }
  .dark, .narrow, .narrow.light, .narrow.dark, .dark.wide { display: none; } .light.wide { display: block; }
  details { display: none; } .frame { overflow: visible; } thead { display: table-header-group; }
}
@page { margin: 18mm 16mm; }
`;
