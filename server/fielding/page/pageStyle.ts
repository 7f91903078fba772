/** The style that the first paint needs; it travels inside the page. The names of colours are used by SurveyJS's too. */
export const pageStyle = `
:root{--accent:#0f6b6b;--accent-dark:#0a4f4f;--tint:#e9f2f1;--ink:#1b2526;--soft:#526061;--line:#d5dedd;--edge:#7d8c8b;--ground:#f3f6f5;--card:#fff;--warn:#a33a12}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:18px/1.6 system-ui,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
.top,.page{max-width:720px;margin:0 auto;padding:0 16px}
.top{padding-top:20px}
.top .line{display:flex;gap:16px;align-items:baseline;justify-content:space-between}
h1{font-size:24px;line-height:1.35;margin:0}
h2{font-size:21px;line-height:1.4;margin:20px 0 8px}
a{color:var(--accent)}
.language{white-space:nowrap;padding:10px 0}
.simulated{margin:12px 0 0;padding:8px 12px;border-left:4px solid #b7791f;border-radius:0 8px 8px 0;background:#fdf3e0;font-size:15px}
.page{padding-bottom:48px}
#progress{position:sticky;top:0;z-index:2;margin:8px -16px 0;padding:10px 16px;background:var(--ground);font-size:15px;color:var(--soft)}
#progress:focus{outline:none}
progress{display:block;width:100%;height:6px;margin-top:4px;border:0;border-radius:3px;background:var(--line);overflow:hidden;-webkit-appearance:none;appearance:none}
progress::-webkit-progress-bar{background:var(--line)}progress::-webkit-progress-value{background:var(--accent)}progress::-moz-progress-bar{background:var(--accent)}
.note{margin:8px 0 16px;font-size:17px}.note p{margin:0 0 8px}
fieldset,.field,.card{border:1px solid var(--line);border-radius:12px;background:var(--card);margin:0 0 16px;padding:16px;min-width:0}
legend{float:left;width:100%;padding:0;margin:0 0 8px;font-weight:600;line-height:1.5}legend+*{clear:both}
.field label{display:block;font-weight:600;line-height:1.5;margin-bottom:8px}
.needed{color:var(--warn)}
.option{display:flex;align-items:center;gap:12px;min-height:48px;padding:6px 8px;margin:0 -8px;border-radius:8px;line-height:1.4;cursor:pointer}
.option:hover,.option:has(:checked){background:var(--tint)}
.option input{width:24px;height:24px;margin:0;accent-color:var(--accent);flex:none}
.points{display:flex;flex-wrap:wrap;gap:4px}
#first select,#first input:not([type=radio]):not([type=checkbox]),#first textarea{width:100%;min-height:48px;padding:8px 12px;border:1px solid var(--edge);border-radius:8px;font:inherit;color:inherit;background:#fff}
.button{display:inline-block;min-height:48px;padding:10px 28px;border:0;border-radius:10px;background:var(--accent);color:#fff;font:inherit;font-weight:600;cursor:pointer;text-decoration:none}
.button:hover{background:var(--accent-dark)}
.button.plain{background:#fff;color:var(--accent);box-shadow:inset 0 0 0 2px var(--accent)}
:focus-visible{outline:3px solid #c98500;outline-offset:2px}
.quiet{color:var(--soft);font-size:16px}
.state{margin-top:20px;padding:32px 20px}
.receipt{font:600 24px/1.5 ui-monospace,Consolas,monospace;letter-spacing:1px;margin:8px 0;overflow-wrap:anywhere}
.actions{display:flex;flex-wrap:wrap;align-items:center;gap:12px;margin-top:20px}
.warn{color:var(--warn)}
[hidden]{display:none!important}
@media(max-width:480px){h1{font-size:21px}.top{padding-top:14px}.next,.actions .button{width:100%;text-align:center}}
`;
