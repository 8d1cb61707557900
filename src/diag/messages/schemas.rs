//! Why a keyword of a schema is refused.

use crate::diag::message::messages;

messages! {
    /// What a keyword holds.
    SCHEMA_TEXT: "it is text in double quotes", "значение — текст в двойных кавычках";
    /// What a keyword holds.
    SCHEMA_TYPE: "it is string, integer, number, boolean, array or object, or a list of them", "значение — string, integer, number, boolean, array или object либо их список";
    /// What a keyword holds.
    SCHEMA_TRUTH: "it is true or false", "значение — true или false";
    /// What a keyword holds.
    SCHEMA_COUNT: "it is a whole number, 0 or more", "значение — целое число, 0 или больше";
    /// What a keyword holds.
    SCHEMA_NUMBER: "it is a number", "значение — число";
    /// What a keyword holds.
    SCHEMA_LIST: "it is a list in square brackets", "значение — список в квадратных скобках";
    /// What a keyword holds.
    SCHEMA_NAMES: "it is a list of names, each of them once", "значение — список названий без повторов";
    /// What a keyword holds.
    SCHEMA_TEXTS: "it is a name, or a list of names", "значение — название или список названий";
    /// What a keyword holds.
    SCHEMA_NAMES_OF_FIELDS: "it is fields in curly braces, each with a list of names", "значение — поля в фигурных скобках, у каждого список названий";
    /// What a keyword holds.
    SCHEMA_WORDS: "it is text by language, such as {ru: …}", "значение — текст по языкам, например {ru: …}";
    /// What a keyword holds.
    SCHEMA_SCHEMA: "it is a schema in curly braces", "значение — схема в фигурных скобках";
    /// What a keyword holds.
    SCHEMA_SCHEMAS: "it is a list of schemas, at least one", "значение — список схем, хотя бы из одной";
    /// What a keyword holds.
    SCHEMA_FIELDS: "it is fields in curly braces, each with a schema", "значение — поля в фигурных скобках, у каждого своя схема";
    /// What a keyword holds.
    SCHEMA_RULES: "it is a list of rules in curly braces", "значение — список правил в фигурных скобках";
    /// Why a schema is refused.
    SCHEMA_NO_FORMAT: "there is no format “{name}”", "формата «{name}» нет";
    /// Why a schema is refused.
    SCHEMA_NO_TYPE: "there is no type “{name}”", "типа «{name}» нет";
    /// Why a schema is refused.
    SCHEMA_TYPES: "several types are read only with a format", "несколько типов допустимы только вместе с форматом";
    /// Why a schema is refused.
    SCHEMA_ADDITIONAL: "it must be false, so that a mistyped field is found", "должно быть false, чтобы опечатка в названии поля была замечена";
    /// A least length that is not obeyed.
    SCHEMA_LEAST: "it can only be 1: an empty value is never right, and more is not counted", "допустимо только 1: пустого значения не бывает, а больше не считается";
    /// Why a schema is refused.
    SCHEMA_NO_KIND: "there is no kind “{name}”", "вида «{name}» нет";
    /// Why a schema is refused.
    SCHEMA_ALL_OF: "it takes exactly one schema, to describe what a definition leaves open", "в нём должна быть ровно одна схема, которая уточняет определение";
    /// Why a schema is refused.
    SCHEMA_ANY_OF: "it takes a value and the definition “claimed”", "в нём должны быть значение и определение «claimed»";
    /// Why a schema is refused.
    SCHEMA_REFERENCE: "it names a definition as file#/definitions/name", "определение указывается так: file#/definitions/name";
    /// Why a schema is refused.
    SCHEMA_CIRCLE: "definitions refer to each other in a circle", "определения ссылаются друг на друга по кругу";
    /// Why a schema is refused.
    SCHEMA_NO_DEFINITION: "there is no such definition", "такого определения нет";
    /// Why a schema is refused.
    SCHEMA_SEVERITY: "it is error, warning or note", "допустимы error, warning и note";
    /// Why a schema is refused.
    SCHEMA_RULE: "a rule has `rule`, `code` and `message` with `en`", "у правила должны быть `rule`, `code` и `message` с `en`";
    /// Why a schema is refused.
    SCHEMA_NOT_CHECKED: "records are not checked by it", "записи по нему не проверяются";
    /// Why a schema is refused.
    SCHEMA_DATE: "it is begins, ends or spans", "допустимы begins, ends и spans";
}
