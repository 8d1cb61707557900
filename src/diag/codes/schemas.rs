//! Faults of schemas and their rules.

use super::code::register;

register! {
    from "../../../tests/codes/";
    /// A schema that is not what a schema must be.
    SCHEMA_INVALID = "schema-invalid" Error
        en "This file is no schema: a schema is fields in curly braces." => "Write it as data/schema/README.md describes."
        ru "Этот файл — не схема: схема — это поля в фигурных скобках." => "Запишите её так, как описано в data/schema/README.md."
        wrong "data/schema/bucket.schema.json"
        right "data/schema/bucket.schema.json";
    /// A keyword that the checker would not obey.
    SCHEMA_KEYWORD = "schema-keyword" Error
        en "The schema uses “{keyword}” in a way that is not supported: {reason}." => "Mend the schema; data/schema/README.md describes what it may say."
        ru "Схема использует «{keyword}» так, как не поддерживается: {reason}." => "Исправьте схему; допустимое описано в data/schema/README.md."
        wrong "data/schema/bucket.schema.json"
        right "data/schema/bucket.schema.json";
    /// A rule that CEL cannot read.
    RULE_INVALID = "rule-invalid" Error
        en "The rule cannot be read: {reason}." => "Mend the expression; it is written in CEL."
        ru "Правило не читается: {reason}." => "Исправьте выражение; оно пишется на CEL."
        wrong "data/schema/bucket.schema.json"
        right "data/schema/bucket.schema.json";
    /// A rule that fails to give an answer for a record.
    RULE_FAILED = "rule-failed" Error
        en "The rule “{rule}” gives no answer for this record: {reason}." => "Mend the rule in the schema of “{kind}”; a field that may be absent is asked for with has(self.field)."
        ru "Правило «{rule}» не даёт ответа для этой записи: {reason}." => "Исправьте правило в схеме «{kind}»; необязательное поле проверяют с помощью has(self.field)."
        wrong "data/schema/bucket.schema.json", "data/buckets/red.yaml"
        right "data/schema/bucket.schema.json", "data/buckets/red.yaml";
    /// A rule that takes longer than anybody waits.
    RULE_ENDLESS = "rule-endless" Error
        en "The rule “{rule}” asks too much: it was stopped after {limit} steps." => "Write the rule so that it does not go through lists within lists within lists."
        ru "Правило «{rule}» требует слишком многого: оно остановлено после {limit} шагов." => "Перепишите правило без перебора списков внутри списков."
        wrong "data/schema/bucket.schema.json", "data/buckets/red.yaml"
        right "data/schema/bucket.schema.json", "data/buckets/red.yaml";
}
