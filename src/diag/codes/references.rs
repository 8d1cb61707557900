//! Faults of references between records.

use super::code::register;

register! {
    from "../../../tests/codes/";
    /// A reference to nothing.
    REFERENCE_UNKNOWN = "reference-unknown" Error
        en "There is no {kind} “{value}”." => "{hint}"
        ru "Нет записи «{value}» ({kind})." => "{hint}";
    /// A reference to a record of another kind.
    REFERENCE_KIND = "reference-kind" Error
        en "“{value}” is of the kind {found}, not {kind}." => "Name a record of the kind {kind} here."
        ru "«{value}» — запись вида {found}, а не {kind}." => "Укажите здесь запись вида {kind}.";
    /// Several ids in one, with another sign between them than a comma.
    COMMA_LOOK_ALIKE = "comma-look-alike" Error
        en "Between the ids stands {sign} and not a comma." => "Put a comma and a space between them:"
        ru "Между идентификаторами стоит {sign}, а не запятая." => "Поставьте между ними запятую и пробел:"
        wrong "data/sources/almanac.yaml", "data/wells/third-well.yaml"
        right "data/sources/almanac.yaml", "data/wells/third-well.yaml";
    /// A citation of a source in another form.
    CITATION_FORM = "citation-form" Error
        en "“{value}” is not how a source is cited in a text." => "Write the citation like this:"
        ru "«{value}» — в тексте источник указывают иначе." => "Напишите так:";
    /// References that lead back to where they began.
    REFERENCE_CIRCLE = "reference-circle" Error
        en "“{field}” leads back to the same record: {circle}." => "Remove the reference that is wrong."
        ru "Поле «{field}» возвращает к той же записи: {circle}." => "Уберите ошибочную ссылку."
        wrong "data/schema/bucket.schema.json", "data/buckets/red.yaml", "data/buckets/blue.yaml"
        right "data/schema/bucket.schema.json", "data/buckets/red.yaml", "data/buckets/blue.yaml";
    /// A text for many that names a record for few.
    REFERENCE_MARKED_HIGHER = "reference-marked-higher" Warning
        en "This record may be shown more widely than “{value}”, which it names and which is marked {marking}." => "Mark this record no lower, or do not name that one; a document that prints both takes the higher marking."
        ru "Эту запись можно показывать шире, чем названную в ней «{value}» с отметкой {marking}." => "Поставьте этой записи отметку не ниже или не называйте ту; документ, где есть обе, получает более высокую отметку."
        wrong "data/sources/letter.yaml", "data/wells/third-well.yaml"
        right "data/sources/letter.yaml", "data/wells/third-well.yaml";
}
