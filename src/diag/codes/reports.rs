//! Faults of the definitions of reports.

use super::code::register;

register! {
    from "../../../tests/codes/";
    /// A report that selects from a kind that does not exist.
    REPORT_KIND = "report-kind" Error
        en "There is no kind “{kind}”." => "{hint}"
        ru "Нет вида записей «{kind}»." => "{hint}"
        wrong "templates/ledger/report.yaml"
        right "templates/ledger/report.yaml";
    /// A set for subjects that a report has not.
    REPORT_SUBJECT = "report-subject" Error
        en "The report is made for no “{kind}”." => "Write kinds that `for-each` names. {hint}"
        ru "Отчёт не составляется на записи вида «{kind}»." => "Укажите виды, названные в `for-each`. {hint}"
        wrong "templates/ledger/report.yaml"
        right "templates/ledger/report.yaml";
    /// A report that shows a field that does not exist.
    REPORT_FIELD = "report-field" Error
        en "The kind {kind} has no field “{field}”." => "{hint}"
        ru "У вида {kind} нет поля «{field}»." => "{hint}"
        wrong "templates/ledger/report.yaml"
        right "templates/ledger/report.yaml";
    /// A report that shows the first entries of what is no list, or is not shown.
    REPORT_LIST = "report-list" Error
        en "The report shows no list “{field}”." => "Write a list that is among the fields shown, or remove the line."
        ru "Отчёт не печатает списка «{field}»." => "Укажите список из числа печатаемых полей или удалите эту строку."
        wrong "templates/ledger/report.yaml"
        right "templates/ledger/report.yaml";
    /// A report that counts over a set that does not exist.
    REPORT_SET = "report-set" Error
        en "The report has no set “{set}”." => "{hint}"
        ru "В отчёте нет набора «{set}»." => "{hint}"
        wrong "templates/ledger/report.yaml"
        right "templates/ledger/report.yaml";
    /// A list that a report chooses, under the name of a field.
    REPORT_NAME = "report-name" Error
        en "The list “{name}” would stand in the place of a field of the kind {kind}." => "Give the list another name."
        ru "Список «{name}» оказался бы на месте поля вида {kind}." => "Дайте списку другое имя."
        wrong "templates/ledger/report.yaml"
        right "templates/ledger/report.yaml";
    /// A band that names what is neither a count nor a set.
    REPORT_BAND = "report-band" Error
        en "The report has no count and no set “{name}”." => "{hint}"
        ru "В отчёте нет ни подсчёта, ни набора «{name}»." => "{hint}"
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
        en "The report “{report}” is made for each {kind}, and none that exists is named." => "Write in `subject` the id of a {kind}. {hint}"
        ru "Отчёт «{report}» составляется на каждую запись вида {kind}, а ни одна из имеющихся здесь не названа." => "Укажите в `subject` идентификатор записи вида {kind}. {hint}"
        wrong "templates/ledger/report.yaml", "data/requests/wells-1.yaml"
        right "templates/ledger/report.yaml", "data/requests/wells-1.yaml";
    /// A list of documents to be bound that is none.
    REPORT_BINDS = "report-binds" Error
        en "“{field}” does not lead to a list of {what}." => "Name a field of the subject whose entries have `report`, and `subject` where the report is made for each record; for recipients, one that refers to recipients."
        ru "«{field}» — не список {what}." => "Укажите поле записи-предмета, где есть `report` и, если отчёт составляется на каждую запись, `subject`; для получателей — поле со ссылками на получателей."
        wrong "templates/ledger/report.yaml"
        right "templates/ledger/report.yaml";
    /// A document that cannot be bound into another one.
    DOCUMENT_UNBOUND = "document-unbound" Error
        en "The document that is named here cannot be bound: {reason}." => "Name another document, or remove the entry."
        ru "Названный здесь документ не может войти в подборку: {reason}." => "Укажите другой документ или удалите эту запись."
        wrong "data/schema/agenda.schema.json", "data/agendas/spring.yaml", "templates/folder/main.typ", "templates/folder/report.yaml"
        right "data/schema/agenda.schema.json", "data/agendas/spring.yaml", "templates/folder/main.typ", "templates/folder/report.yaml";
    /// A marking of another scheme, where the settings forbid mixing.
    MARKING_MIXED = "marking-mixed" Error
        en "“{value}” is a marking of another scheme than “{scheme}”, and the settings forbid that schemes are mixed." => "Write a level of the scheme {scheme} here, or take `mixed-markings` out of data/settings.yaml."
        ru "«{value}» — отметка другой схемы, не «{scheme}», а настройки запрещают смешивать схемы." => "Укажите здесь уровень схемы {scheme} или уберите `mixed-markings` из data/settings.yaml."
        wrong "data/marking-schemes/light.yaml", "data/settings.yaml", "data/wells/third-well.yaml"
        right "data/marking-schemes/light.yaml", "data/settings.yaml", "data/wells/third-well.yaml";
    /// Two editions of one name.
    EDITION_TWICE = "edition-twice" Error
        en "There are two editions “{edition}”." => "Give one of them another name, or remove it."
        ru "Изданий «{edition}» два." => "Дайте одному из них другое имя или удалите его."
        wrong "data/settings.yaml"
        right "data/settings.yaml";
    /// An edition that may not see what nobody marked.
    EDITION_EMPTY = "edition-empty" Error
        en "The edition “{edition}” would be empty: what carries no marking of its own has the marking “{marking}”, and the edition may not see it." => "Allow at least that level under `highest`, or correct `marking`."
        ru "Издание «{edition}» было бы пустым: у всего, что не имеет собственной отметки, отметка «{marking}», а издание не может её показывать." => "Укажите в `highest` уровень не ниже этого или исправьте `marking`."
        wrong "data/settings.yaml"
        right "data/settings.yaml";
    /// A rule for `build` that names what does not exist.
    BUILD_UNKNOWN = "build-unknown" Error
        en "“{value}” is to be built and is not there." => "{hint}"
        ru "Нужно подготовить «{value}», а этого нет." => "{hint}"
        wrong "data/settings.yaml"
        right "data/settings.yaml";
    /// A kind to filter by that does not exist.
    FACET_UNKNOWN = "facet-unknown" Error
        en "Documents are to be filtered by “{value}”, and there is no such kind of record." => "{hint}"
        ru "Документы нужно отбирать по «{value}», а такого вида записей нет." => "{hint}"
        wrong "data/settings.yaml"
        right "data/settings.yaml";
    /// A recipient or a list that names what does not exist.
    RECIPIENT_UNKNOWN = "recipient-unknown" Error
        en "“{value}” is named for those who receive documents, and is not there." => "{hint}"
        ru "«{value}» указано для получателей документов, а этого нет." => "{hint}"
        wrong "data/recipients/clerk.yaml"
        right "data/recipients/clerk.yaml";
    /// A record that an edition leaves out because of what it needs.
    RECORD_WITHHELD = "record-withheld" Note
        en "In the edition “{edition}” this record is left out, because it cannot be without “{field}”." => "If the edition should show it, change the marking of what “{field}” names; if not, mark this record as well."
        ru "В издании «{edition}» эта запись опущена: без поля «{field}» её быть не может." => "Если она там нужна, измените отметку того, на что указывает «{field}»; если нет, поставьте отметку и этой записи."
        wrong "data/settings.yaml", "data/villages/deep.yaml", "data/schema/village.schema.json", "data/wells/third-well.yaml"
        right "data/settings.yaml", "data/villages/deep.yaml", "data/schema/village.schema.json", "data/wells/third-well.yaml";
}
