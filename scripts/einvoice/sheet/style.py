# skillc copies this file into each skill; change it in src/einvoice, not there
"""How the sheet looks: on a screen, in the dark, on a phone, on paper."""

STYLE = """
:root {
  color-scheme: light dark;
  --desk: #efece6; --paper: #fffefb; --ink: #1c2430; --soft: #5a6270; --line: #d8d3c8; --accent: #0d4a63;
  --error: #a3211b; --error-tint: #fcf0ee; --warning: #7a4d00; --warning-tint: #fcf5e4;
  --information: #23567a; --information-tint: #eef5f9; --clear: #2a6140; --clear-tint: #eff6f0;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --desk: #101317; --paper: #191d23; --ink: #e9e6df; --soft: #a9afb9; --line: #373d47; --accent: #8ec8e2;
    --error: #ff9b91; --error-tint: #33201f; --warning: #eec06d; --warning-tint: #2f2819;
    --information: #93c6ea; --information-tint: #1b2833; --clear: #93d0a6; --clear-tint: #1b2a20;
  }
}
* { box-sizing: border-box; margin: 0; padding: 0; }
body {
  background: var(--desk); color: var(--ink); padding: 2rem 1rem; overflow-wrap: anywhere; hyphens: manual;
  font: .95rem/1.5 "Helvetica Neue", Helvetica, "Segoe UI", Arial, "Liberation Sans", sans-serif;
}
main {
  max-width: 60rem; margin: 0 auto; padding: 3rem 3.5rem; background: var(--paper);
  border: 1px solid var(--line); border-top: 4px solid var(--accent);
}
small, .note, .source, .detail, footer { color: var(--soft); font-size: .8rem; font-weight: 400; }
h1 { font-size: 1.9rem; font-weight: 600; line-height: 1.2; letter-spacing: -.01em; }
h1 small { font-size: 1rem; letter-spacing: 0; display: inline-block; }
h2 { font-size: 1.05rem; font-weight: 600; color: var(--accent); margin-bottom: .6rem; }
h3 { font-size: .95rem; font-weight: 600; }
main > section { margin-top: 2.2rem; padding-top: .9rem; border-top: 1px solid var(--line); }
a { color: inherit; text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
:target { outline: 2px solid var(--accent); outline-offset: 3px; }
dd, td, th, li, p { overflow: clip; overflow-clip-margin: 6px; }

header { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .4rem 2rem; align-items: end; }
header > * { grid-column: 1; }
.outcome { justify-self: start; padding: .1rem .7rem; border: 1px solid; color: var(--accent); font-weight: 600; }
header > .payable { grid-column: 2; grid-row: 1 / span 4; max-width: 20rem; text-align: right; }
header .payable .amount { display: block; }
header .payable .money { font-size: 1.7rem; font-weight: 600; line-height: 1.25; }

main > .box { border: 1px solid var(--line); border-left: 5px solid var(--soft); padding: 1rem 1.2rem; }
.box ol, .box ul { list-style: none; display: grid; gap: .5rem; }
.box li { font-size: .93rem; }
main > .box.error { border-color: var(--error); background: var(--error-tint); }
main > .box.warning { border-color: var(--warning); background: var(--warning-tint); }
main > .box.information { border-color: var(--information); background: var(--information-tint); }
main > .box.clear { border-color: var(--clear); background: var(--clear-tint); }
li.error strong, .differs { color: var(--error); }
li.warning strong { color: var(--warning); }
li.information strong { color: var(--information); }
code { font: .8rem ui-monospace, Consolas, monospace; color: var(--soft); white-space: nowrap; }
.marked { background: var(--tint); border-left: 3px solid var(--tone); padding: 0 .35em; }
section.marked { background: none; border-left: 0; padding: 0; }
.error { --tone: var(--error); --tint: var(--error-tint); }
.warning { --tone: var(--warning); --tint: var(--warning-tint); }
.information { --tone: var(--information); --tint: var(--information-tint); }
.mark {
  display: inline-block; min-width: 1.45em; padding: 0 .3em; border-radius: .8em; text-align: center;
  background: var(--tone); color: var(--paper); font-size: .75rem; font-weight: 600; text-decoration: none;
}
.sign, .break { color: var(--error); background: var(--error-tint); font-style: normal; font-size: .85em; }
.break::after { content: "\\A"; white-space: pre; }
.absent { color: var(--soft); font-weight: 400; }

.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: 1.6rem 3rem; }
.address { margin: .3rem 0 .6rem; }
.address > * { display: block; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(12.2rem, 100%), 1fr)); gap: .8rem 1.2rem; }
dl + dl { margin-top: .8rem; }
.columns dl { grid-template-columns: repeat(auto-fill, minmax(min(10rem, 100%), 1fr)); }
dt { color: var(--soft); font-size: .85rem; line-height: 1.3; }
dt small, .amount .note, .amount .absent small { display: block; }
dl > :only-child { grid-column: 1 / -1; }

.items strong { hyphens: auto; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-variant-numeric: tabular-nums; }
th, td { padding: .5rem .6rem .5rem 0; border-bottom: 1px solid var(--line); }
th, td { font-weight: 400; text-align: left; vertical-align: top; }
thead th { font-size: .85rem; font-weight: 600; border-bottom: 1.5px solid var(--ink); }
thead small { display: block; }
th:last-child, td:last-child { padding-right: 0; }
.items :nth-child(n+3):is(th, td), .vat :nth-child(n+2):is(th, td), :is(th, td):last-child { text-align: right; }
.items th:first-child { width: 3.2rem; }
.items th:nth-child(3), .items th:nth-child(5) { width: 14%; }
.items th:nth-child(4) { width: 15%; }
.items th:nth-child(6) { width: 17%; }
.vat th:first-child, .adjustments th:first-child { width: 44%; }
.sums { width: min(30rem, 100%); margin-left: auto; }
.sums th { width: 58%; }
.sums .payable th, .sums .payable td { font-weight: 600; font-size: 1.15rem; border-bottom: 3px double var(--ink); }
.differs { display: block; }
footer { margin-top: 2.5rem; }

@media screen and (max-width: 44rem) {
  body { padding: 0; }
  main { padding: 1.5rem 1rem; border-width: 4px 0 0; }
  h1 { font-size: 1.5rem; }
  header { grid-template-columns: minmax(0, 1fr); }
  header > .payable { grid-column: 1; grid-row: auto; text-align: left; }
  dl, .columns dl { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  table:not(.sums) thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  table:not(.sums), table:not(.sums) tbody { display: block; }
  table:not(.sums) tr { display: block; padding: .7rem 0; border-bottom: 1px solid var(--line); }
  table:not(.sums) :is(th, td) { display: block; width: auto; border: 0; padding: .1rem 0; text-align: left; }
  table:not(.sums) tbody td { display: grid; grid-template-columns: 7rem minmax(0, 1fr); text-align: right; }
  table:not(.sums) td::before { content: attr(data-label); color: var(--soft); font-size: .85rem; text-align: left; }
  table.items td:nth-child(2) { display: block; text-align: left; }
  table.items td:nth-child(2)::before { content: none; }
}
@page { size: A4; margin: 16mm 15mm 18mm 20mm; }
@media print {
  :root { font-size: 9pt; }
  body { padding: 0; background: none; }
  main { max-width: none; padding: 0; border: 0; background: none; }
  main > section { margin-top: 1.2rem; }
  h2, h3 { break-after: avoid; }
  tr, li, dl, .sums, .vat, .columns > section, header { break-inside: avoid; }
  .box, .marked, .mark, .sign { print-color-adjust: exact; }
}
"""
