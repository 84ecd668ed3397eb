// SPDX-License-Identifier: MIT
// How the printed report looks.
#pragma once

namespace xp::cli {

inline constexpr const char* kReportStyle = R"(
@page { size: A4; margin: 16mm 16mm 18mm; @bottom-right { content: counter(page) " / " counter(pages);
  font: 8pt sans-serif; color: #6b7687; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 178mm; color: #1b2433; background: #fff; font: 10pt/1.5 "Noto Sans CJK SC",
  "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; -webkit-print-color-adjust: exact;
  print-color-adjust: exact; font-variant-numeric: tabular-nums; }
@media screen { body { padding: 14mm 0 20mm; } html { background: #fff; } }
header { border-top: 2.2mm solid #123a75; padding-top: 5mm; }
h1 { margin: 0.5mm 0 1mm; font-size: 25pt; line-height: 1.2; font-weight: 700; color: #123a75; letter-spacing: 0.01em; }
h2 { margin: 8mm 0 2.5mm; font-size: 12.5pt; line-height: 1.3; font-weight: 700; color: #123a75; break-after: avoid; }
.over { margin: 0; font-size: 9pt; color: #56627a; letter-spacing: 0.08em; }
.under { margin: 0; font-size: 12pt; color: #1b2433; }
.warning { margin: 4mm 0 0; padding: 2mm 4mm; background: #fff3d6; border-left: 1.2mm solid #d98a00; font-weight: 700; }
.figures { display: grid; grid-template-columns: repeat(4, 1fr); margin: 7mm 0 0; border-top: 0.3mm solid #c9d2e0;
  border-bottom: 0.3mm solid #c9d2e0; }
.figures div { padding: 3.5mm 0 3mm 4mm; border-left: 0.3mm solid #c9d2e0; }
.figures div:first-child { border-left: 0; padding-left: 0; }
.figures b { display: block; font-size: 19pt; line-height: 1.15; font-weight: 700; color: #123a75; white-space: nowrap; }
.figures span { font-size: 8.5pt; color: #56627a; }
svg { display: block; width: 100%; height: auto; }
svg text { font: 8.5px "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; fill: #56627a; }
table { width: 100%; border-collapse: collapse; font-size: 9pt; line-height: 1.4; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { padding: 1.3mm 2mm 1.3mm 0; text-align: left; font-weight: 500; color: #56627a; border-bottom: 0.4mm solid #123a75;
  vertical-align: bottom; }
td { padding: 1.5mm 2mm 1.5mm 0; border-bottom: 0.2mm solid #dde3ec; vertical-align: top; }
.n { text-align: right; white-space: nowrap; padding-left: 3mm; }
.b { width: 32mm; padding-right: 0; padding-left: 3mm; }
.zone th { padding-top: 3.5mm; font-weight: 700; color: #1b2433; border-bottom: 0.2mm solid #9aa8bf; }
small { display: block; font-size: 8pt; color: #6b7687; }
.bar { display: block; height: 2.2mm; margin-top: 1.2mm; background: #e7ecf4; }
.bar i { display: block; height: 100%; background: #1f5fbf; }
.keep, .proof, .chart, .sign { break-inside: avoid; }
.proof { margin-top: 8mm; padding: 4mm 5mm 3.5mm; background: #eef5f0; border-left: 1.4mm solid #1f7a45; }
.proof h2 { margin: 0 0 1mm; color: #17613a; }
.proof p { margin: 0 0 1.5mm; }
.broken { background: #fdeeee; border-color: #b3261e; }
.broken h2 { color: #b3261e; }
.hash { font: 9.5pt/1.5 "Noto Sans Mono", "DejaVu Sans Mono", Consolas, monospace; }
.hash span { display: inline-block; margin-right: 2.2mm; }
.note { margin: 3mm 0 0; font-size: 8.5pt; color: #56627a; }
.sign { display: grid; grid-template-columns: 1.4fr 1fr 1fr; gap: 8mm; margin-top: 14mm; }
.sign div { border-bottom: 0.3mm solid #1b2433; padding-bottom: 1mm; }
.sign span { font-size: 9.5pt; color: #1b2433; }
)";

}  // namespace xp::cli
