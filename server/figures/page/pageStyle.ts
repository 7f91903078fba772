/** The look of figures' pages and of embeds: the page's colours are those of the pictures on it. */
export const pageStyle = `
:root { color-scheme: light dark; --ground: #fff; --ink: #1b2526; --soft: #586667; --line: #e3e9e8; --link: #0b6b68; --warn: #a33f00; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #182122; --ink: #e6eeed; --soft: #9fb0b0; --line: #2c393a; --link: #6fd0c8; --warn: #f2a06e; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 15px/1.6 system-ui, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
.page { max-width: 60rem; margin: 0 auto; padding: 1rem; }
.language { float: right; margin-left: 1rem; }
a { color: var(--link); }
h1 { font-size: 1.3rem; margin: 0 0 .5rem; } h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
.state { color: var(--soft); margin: 0 0 .75rem; } .warn { color: var(--warn); font-weight: 700; }
.problem { color: var(--soft); border-left: 3px solid var(--line); padding-left: .6rem; margin: .25rem 20px .75rem; font-size: 14px; overflow-wrap: anywhere; }
.problem.open { color: var(--warn); border-color: var(--warn); }
.picture { clear: both; margin: 0 -1rem; } .embed .picture { margin: 0; }
.picture svg { display: block; width: 100%; height: auto; }
.dark { display: none; }
@media (prefers-color-scheme: dark) { .light { display: none; } .dark { display: block; } }
.narrow { display: none; }
@media (max-width: 559px) { .wide { display: none; } .narrow { display: block; } }
.frame { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .6rem .3rem 0; text-align: left; border-bottom: 1px solid var(--line); vertical-align: top; }
th.number, td.number { text-align: right; white-space: nowrap; } thead th { color: var(--soft); font-weight: 400; }
caption { text-align: left; padding-bottom: .3rem; }
tbody th { font-weight: 400; min-width: 7em; } td { min-width: 5em; } td.number { min-width: 0; }
dl { display: grid; grid-template-columns: minmax(7rem, 12rem) 1fr; gap: .35rem 1rem; margin: 0; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: color-mix(in srgb, var(--line) 45%, transparent); padding: .6rem .8rem; border-radius: 4px; font-size: 13px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.files a { margin-right: 1rem; } figure { margin: 0 0 3rem; }
.embed { padding: 0; max-width: none; } .embed details { padding: 0 20px 12px; font-size: 13px; } .embed .state { margin: 0; padding: 8px 20px 0; } .embed .foot { padding: 0 20px 10px; font-size: 12px; margin: 0; }
@media (max-width: 559px) { dl { grid-template-columns: 1fr; } dt { margin-top: .4rem; } }
@media print { .language, .files { display: none; } }
.claim-words { font-size: 1.1rem; margin: .75rem 0; } .claim-words.withdrawn { color: var(--soft); } .claim-words strong { font-size: 2.2rem; line-height: 1.2; margin-right: .2rem; font-variant-numeric: tabular-nums; }
.standing { border-left: 4px solid var(--link); padding: .1rem .8rem; margin: .75rem 0; } .standing.drifted { border-color: var(--warn); } .standing.no-number { border-color: var(--soft); }
.check-form { display: grid; gap: .4rem; margin: 2rem 0; } .check-form textarea, .check-form select, .check-form button { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--soft); border-radius: 6px; padding: .5rem .75rem; width: 100%; }
.check-form label { color: var(--soft); margin-top: .5rem; } .check-form button { justify-self: start; width: auto; min-width: 8rem; min-height: 44px; margin-top: .75rem; background: var(--link); color: var(--ground); border-color: var(--link); cursor: pointer; }
.check-form :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.checked { list-style: none; padding: 0; margin: 1rem 0; } .checked li { border-left: 4px solid var(--soft); padding: .2rem 0 .2rem 1rem; margin: 0 0 1.25rem; overflow-wrap: anywhere; }
.checked p { margin: .15rem 0; } .checked .verdict { font-weight: 700; } .checked blockquote { margin: .3rem 0; unicode-bidi: isolate; }
.checked mark { background: color-mix(in srgb, var(--link) 22%, transparent); color: inherit; font-weight: 700; padding: 0 .15em; border-radius: 3px; }
.checked .line { color: var(--soft); font-size: 13px; margin-left: .5rem; } .checked .holds { border-color: var(--link); } .checked .holds .verdict { color: var(--link); }
.checked .drifted, .checked .withdrawn { border-color: var(--warn); } .checked .drifted .verdict, .checked .withdrawn .verdict { color: var(--warn); }
`;
