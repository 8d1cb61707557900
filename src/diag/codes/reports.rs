//! Faults of the definitions of reports.

use super::register;

register! {
    /// A report that selects from a kind that does not exist.
    REPORT_KIND = "report-kind" Error
        en "There is no kind “{kind}”." => "{hint}"
        ru "Нет вида записей «{kind}»." => "{hint}"
        wrong r#"▸ templates/ledger/report.yaml
type: {en: "Ledger of wells"}
title: {en: "Wells of Nowhere"}
template: ledger.typ
file: ledger
languages: [en]
limit: 1
sets:
  wells:
    kind: wel
    order: [-dug]
    show: [name, village.name, dug, depth, story, sources]
  villages:
    kind: village
    order: [name]
    show: [name, wells.name]
counts:
  by-village:
    of: wells
    by: [{field: village, over: villages}]
    label: {en: "wells"}
    definition: {en: "wells of the plan, by village"}
"#
        right r#"▸ templates/ledger/report.yaml
type: {en: "Ledger of wells"}
title: {en: "Wells of Nowhere"}
template: ledger.typ
file: ledger
languages: [en]
limit: 1
sets:
  wells:
    kind: well
    order: [-dug]
    show: [name, village.name, dug, depth, story, sources]
  villages:
    kind: village
    order: [name]
    show: [name, wells.name]
counts:
  by-village:
    of: wells
    by: [{field: village, over: villages}]
    label: {en: "wells"}
    definition: {en: "wells of the plan, by village"}
"#;
    /// A report that shows a field that does not exist.
    REPORT_FIELD = "report-field" Error
        en "The kind {kind} has no field “{field}”." => "{hint}"
        ru "У вида {kind} нет поля «{field}»." => "{hint}"
        wrong r#"▸ templates/ledger/report.yaml
type: {en: "Ledger of wells"}
title: {en: "Wells of Nowhere"}
template: ledger.typ
file: ledger
languages: [en]
limit: 1
sets:
  wells:
    kind: well
    order: [-dug]
    show: [name, village.nome, dug, depth, story, sources]
  villages:
    kind: village
    order: [name]
    show: [name, wells.name]
counts:
  by-village:
    of: wells
    by: [{field: village, over: villages}]
    label: {en: "wells"}
    definition: {en: "wells of the plan, by village"}
"#
        right r#"▸ templates/ledger/report.yaml
type: {en: "Ledger of wells"}
title: {en: "Wells of Nowhere"}
template: ledger.typ
file: ledger
languages: [en]
limit: 1
sets:
  wells:
    kind: well
    order: [-dug]
    show: [name, village.name, dug, depth, story, sources]
  villages:
    kind: village
    order: [name]
    show: [name, wells.name]
counts:
  by-village:
    of: wells
    by: [{field: village, over: villages}]
    label: {en: "wells"}
    definition: {en: "wells of the plan, by village"}
"#;
    /// A report that counts over a set that does not exist.
    REPORT_SET = "report-set" Error
        en "The report has no set “{set}”." => "{hint}"
        ru "В отчёте нет набора «{set}»." => "{hint}"
        wrong r#"▸ templates/ledger/report.yaml
type: {en: "Ledger of wells"}
title: {en: "Wells of Nowhere"}
template: ledger.typ
file: ledger
languages: [en]
limit: 1
sets:
  wells:
    kind: well
    order: [-dug]
    show: [name, village.name, dug, depth, story, sources]
  villages:
    kind: village
    order: [name]
    show: [name, wells.name]
counts:
  by-village:
    of: wels
    by: [{field: village, over: villages}]
    label: {en: "wells"}
    definition: {en: "wells of the plan, by village"}
"#
        right r#"▸ templates/ledger/report.yaml
type: {en: "Ledger of wells"}
title: {en: "Wells of Nowhere"}
template: ledger.typ
file: ledger
languages: [en]
limit: 1
sets:
  wells:
    kind: well
    order: [-dug]
    show: [name, village.name, dug, depth, story, sources]
  villages:
    kind: village
    order: [name]
    show: [name, wells.name]
counts:
  by-village:
    of: wells
    by: [{field: village, over: villages}]
    label: {en: "wells"}
    definition: {en: "wells of the plan, by village"}
"#;
    /// A report whose template is not there.
    REPORT_TEMPLATE = "report-template" Error
        en "The template “{path}” does not exist." => "Write it, or name another in `template`."
        ru "Шаблона «{path}» нет." => "Создайте его или укажите другой в `template`."
        wrong r#"▸ templates/ledger/report.yaml
type: {en: "Ledger of wells"}
title: {en: "Wells of Nowhere"}
template: leger.typ
file: ledger
languages: [en]
limit: 1
sets:
  wells:
    kind: well
    order: [-dug]
    show: [name, village.name, dug, depth, story, sources]
  villages:
    kind: village
    order: [name]
    show: [name, wells.name]
counts:
  by-village:
    of: wells
    by: [{field: village, over: villages}]
    label: {en: "wells"}
    definition: {en: "wells of the plan, by village"}
"#
        right r#"▸ templates/ledger/report.yaml
type: {en: "Ledger of wells"}
title: {en: "Wells of Nowhere"}
template: ledger.typ
file: ledger
languages: [en]
limit: 1
sets:
  wells:
    kind: well
    order: [-dug]
    show: [name, village.name, dug, depth, story, sources]
  villages:
    kind: village
    order: [name]
    show: [name, wells.name]
counts:
  by-village:
    of: wells
    by: [{field: village, over: villages}]
    label: {en: "wells"}
    definition: {en: "wells of the plan, by village"}
"#;
    /// A filter or count that fails on a record.
    FILTER_FAILED = "filter-failed" Error
        en "The filter gives no answer for the record “{record}”: {reason}." => "Mend the filter, for example with has(self.field)."
        ru "Фильтр не даёт ответа для записи «{record}»: {reason}." => "Исправьте фильтр, например с помощью has(self.field)."
        wrong r#"▸ templates/ledger/report.yaml
type: {en: "Ledger of wells"}
title: {en: "Wells of Nowhere"}
template: ledger.typ
file: ledger
languages: [en]
limit: 1
sets:
  wells:
    kind: well
    where: "self.depth > 0"
    order: [-dug]
    show: [name, village.name, dug, depth, story, sources]
  villages:
    kind: village
    order: [name]
    show: [name, wells.name]
counts:
  by-village:
    of: wells
    by: [{field: village, over: villages}]
    label: {en: "wells"}
    definition: {en: "wells of the plan, by village"}
▸ data/wells/third-well.yaml
id: third-well
name: {en: "Third Well"}
village: lower
sources: [gazette]
"#
        right r#"▸ templates/ledger/report.yaml
type: {en: "Ledger of wells"}
title: {en: "Wells of Nowhere"}
template: ledger.typ
file: ledger
languages: [en]
limit: 1
sets:
  wells:
    kind: well
    where: "has(self.depth) && self.depth > 0"
    order: [-dug]
    show: [name, village.name, dug, depth, story, sources]
  villages:
    kind: village
    order: [name]
    show: [name, wells.name]
counts:
  by-village:
    of: wells
    by: [{field: village, over: villages}]
    label: {en: "wells"}
    definition: {en: "wells of the plan, by village"}
▸ data/wells/third-well.yaml
id: third-well
name: {en: "Third Well"}
village: lower
sources: [gazette]
"#;
    /// A request for a report that does not exist.
    REQUEST_REPORT = "request-report" Error
        en "There is no report “{report}”." => "{hint}"
        ru "Отчёта «{report}» нет." => "{hint}"
        wrong r#"▸ data/requests/wells-1.yaml
id: wells-1
report: ledgr
version: 1
status: draft
"#
        right r#"▸ data/requests/wells-1.yaml
id: wells-1
report: ledger
version: 1
status: draft
"#;
    /// A request that names a record for a report that is one document.
    REQUEST_ALONE = "request-alone" Error
        en "The report “{report}” is one document and takes no subject." => "Remove the line."
        ru "Отчёт «{report}» — один документ; запись для него не указывают." => "Удалите эту строку."
        wrong r#"▸ data/requests/wells-1.yaml
id: wells-1
report: ledger
subject: first-well
version: 1
status: draft
"#
        right r#"▸ data/requests/wells-1.yaml
id: wells-1
report: ledger
version: 1
status: draft
"#;
    /// A request without the record that its report needs.
    REQUEST_SUBJECT = "request-subject" Error
        en "The report “{report}” is made for each {kind}, and the request names none that exists." => "Write in `subject` the id of a {kind}. {hint}"
        ru "Отчёт «{report}» составляется на каждую запись вида {kind}, а заявка не называет ни одной из имеющихся." => "Укажите в `subject` идентификатор записи вида {kind}. {hint}"
        wrong r#"▸ templates/ledger/report.yaml
type: {en: "Sheet of a well"}
template: ledger.typ
file: sheet
languages: [en]
limit: 1
for-each: well
subject: [name]
sets:
  wells:
    kind: well
    order: [-dug]
    show: [name, village.name, dug, depth, story, sources]
  villages:
    kind: village
    order: [name]
    show: [name, wells.name]
counts:
  by-village:
    of: wells
    by: [{field: village, over: villages}]
    label: {en: "wells"}
    definition: {en: "wells of the plan, by village"}
▸ data/requests/wells-1.yaml
id: wells-1
report: ledger
subject: first-wel
version: 1
status: draft
"#
        right r#"▸ templates/ledger/report.yaml
type: {en: "Sheet of a well"}
template: ledger.typ
file: sheet
languages: [en]
limit: 1
for-each: well
subject: [name]
sets:
  wells:
    kind: well
    order: [-dug]
    show: [name, village.name, dug, depth, story, sources]
  villages:
    kind: village
    order: [name]
    show: [name, wells.name]
counts:
  by-village:
    of: wells
    by: [{field: village, over: villages}]
    label: {en: "wells"}
    definition: {en: "wells of the plan, by village"}
▸ data/requests/wells-1.yaml
id: wells-1
report: ledger
subject: first-well
version: 1
status: draft
"#;
}
