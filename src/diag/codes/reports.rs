//! Faults of the definitions of reports.

use super::code::register;

register! {
    /// A report that selects from a kind that does not exist.
    REPORT_KIND = "report-kind" Error
        en "There is no kind “{kind}”." => "{hint}"
        ru "Нет вида записей «{kind}»." => "{hint}"
        wrong "templates/ledger/report.yaml"
        right "templates/ledger/report.yaml";
    /// A report that shows a field that does not exist.
    REPORT_FIELD = "report-field" Error
        en "The kind {kind} has no field “{field}”." => "{hint}"
        ru "У вида {kind} нет поля «{field}»." => "{hint}"
        wrong "templates/ledger/report.yaml"
        right "templates/ledger/report.yaml";
    /// A report that counts over a set that does not exist.
    REPORT_SET = "report-set" Error
        en "The report has no set “{set}”." => "{hint}"
        ru "В отчёте нет набора «{set}»." => "{hint}"
        wrong "templates/ledger/report.yaml"
        right "templates/ledger/report.yaml";
    /// A report whose template is not there.
    REPORT_TEMPLATE = "report-template" Error
        en "The template “{path}” does not exist." => "Write it, or name another in `template`."
        ru "Шаблона «{path}» нет." => "Создайте его или укажите другой в `template`."
        wrong "templates/ledger/report.yaml"
        right "templates/ledger/report.yaml";
    /// A filter or count that fails on a record.
    FILTER_FAILED = "filter-failed" Error
        en "The filter gives no answer for the record “{record}”: {reason}." => "Mend the filter, for example with has(self.field)."
        ru "Фильтр не даёт ответа для записи «{record}»: {reason}." => "Исправьте фильтр, например с помощью has(self.field)."
        wrong "templates/ledger/report.yaml", "data/wells/third-well.yaml"
        right "templates/ledger/report.yaml", "data/wells/third-well.yaml";
    /// A request for a report that does not exist.
    REQUEST_REPORT = "request-report" Error
        en "There is no report “{report}”." => "{hint}"
        ru "Отчёта «{report}» нет." => "{hint}"
        wrong "data/requests/wells-1.yaml"
        right "data/requests/wells-1.yaml";
    /// A request that names a record for a report that is one document.
    REQUEST_ALONE = "request-alone" Error
        en "The report “{report}” is one document and takes no subject." => "Remove the line."
        ru "Отчёт «{report}» — один документ; запись для него не указывают." => "Удалите эту строку."
        wrong "data/requests/wells-1.yaml"
        right "data/requests/wells-1.yaml";
    /// A request without the record that its report needs.
    REQUEST_SUBJECT = "request-subject" Error
        en "The report “{report}” is made for each {kind}, and the request names none that exists." => "Write in `subject` the id of a {kind}. {hint}"
        ru "Отчёт «{report}» составляется на каждую запись вида {kind}, а заявка не называет ни одной из имеющихся." => "Укажите в `subject` идентификатор записи вида {kind}. {hint}"
        wrong "templates/ledger/report.yaml", "data/requests/wells-1.yaml"
        right "templates/ledger/report.yaml", "data/requests/wells-1.yaml";
}
