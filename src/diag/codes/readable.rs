//! Sentences of the register without a case: what stands for a value is shown as a word in ‹angle quotes›.

use super::code::Code;
use crate::diag::{Arg, Locale, Message, MessageArgs, messages};

macro_rules! placeholders {
    ($($name:literal: $en:literal, $ru:literal;)*) => {
        /// What each placeholder stands for; empty where the sentence reads well without.
        static PLACEHOLDERS: &[(&str, Message)] = &[$(($name, Message { en: $en, ru: $ru })),*];
    };
}

placeholders! {
    "alphabet": "‹Latin or Cyrillic›", "‹латиницей или кириллицей›";
    "bound": "‹bound›", "‹граница›";
    "cell": "‹Cell›", "‹Ячейка›";
    "cells": "‹cells›", "‹ячейки›";
    "circle": "‹id› → ‹id›", "‹идентификатор› → ‹идентификатор›";
    "claim": "‹claim›", "‹положение›";
    "close": "‹closing bracket›", "‹закрывающая скобка›";
    "code": "‹code›", "‹код›";
    "column": "‹column›", "‹столбец›";
    "columns": "‹number›", "‹число›";
    "description": "", "";
    "document": "‹document›", "‹документ›";
    "earlier": "‹another column›", "‹другой столбец›";
    "edition": "‹edition›", "‹издание›";
    "elsewhere": "‹another cell›", "‹другая ячейка›";
    "encoding": "‹encoding›", "‹кодировка›";
    "escape": "‹letter›", "‹буква›";
    "example": "‹example›", "‹пример›";
    "expected": "‹what is expected›", "‹что требуется›";
    "field": "‹field›", "‹поле›";
    "fields": "‹fields›", "‹поля›";
    "file": "‹file name›", "‹имя файла›";
    "first": "‹number›", "‹номер›";
    "fitting": "‹fitting indents›", "‹подходящие отступы›";
    "folder": "‹folder›", "‹папка›";
    "found": "‹what stands here›", "‹что здесь есть›";
    "heading": "‹heading›", "‹заголовок›";
    "here": "‹other field›", "‹другого поля›";
    "hint": "‹what would be right here›", "‹что было бы правильно›";
    "id": "‹id›", "‹идентификатор›";
    "ids": "‹ids›", "‹идентификаторы›";
    "indent": "‹indent›", "‹отступ›";
    "key": "‹field›", "‹поле›";
    "keyword": "‹keyword›", "‹ключевое слово›";
    "kind": "‹kind›", "‹вид›";
    "language": "‹language›", "‹язык›";
    "letter": "‹letter›", "‹буква›";
    "letters": "‹letters›", "‹буквы›";
    "limit": "‹limit›", "‹предел›";
    "lines": "‹number›", "‹число›";
    "line": "‹number›", "‹номер›";
    "marking": "‹marking›", "‹отметка›";
    "scheme": "‹scheme›", "‹схема›";
    "name": "‹name›", "‹название›";
    "names": "‹names›", "‹названия›";
    "now": "", "";
    "number": "‹number›", "‹число›";
    "open": "‹opening bracket›", "‹открывающая скобка›";
    "other": "‹other id›", "‹другой идентификатор›";
    "others": "", "";
    "page": "‹number›", "‹число›";
    "pages": "‹number›", "‹число›";
    "part": "‹what is broken›", "‹что повреждено›";
    "path": "‹path›", "‹путь›";
    "pointer": "‹field›", "‹поле›";
    "quotes": "‹quotes›", "‹кавычки›";
    "range": "‹cells›", "‹ячейки›";
    "reading": "‹something else›", "‹нечто иное›";
    "reason": "‹reason›", "‹причина›";
    "remedy": "‹what to do›", "‹что сделать›";
    "record": "‹record›", "‹запись›";
    "records": "‹id›, ‹id›", "‹идентификатор›, ‹идентификатор›";
    "report": "‹report›", "‹отчёт›";
    "sections": "‹section› (‹lines›)", "‹раздел› (‹строк›)";
    "right": "‹letter›", "‹буква›";
    "row": "‹number›", "‹номер›";
    "rows": "‹rows›", "‹строки›";
    "rule": "‹rule›", "‹правило›";
    "second": "‹number›", "‹номер›";
    "separator": "‹separator›", "‹разделитель›";
    "set": "‹set›", "‹набор›";
    "sheet": "‹sheet›", "‹лист›";
    "sheets": "‹sheets›", "‹листы›";
    "sign": "‹sign›", "‹знак›";
    "size": "‹size›", "‹размер›";
    "source": "‹source›", "‹источник›";
    "term": "‹term›", "‹термин›";
    "text": "‹text›", "‹текст›";
    "there": "‹field›", "‹поля›";
    "value": "‹value›", "‹значение›";
    "what": "‹what it is›", "‹что именно›";
    "where": "", "";
    "why": "‹reason›", "‹причина›";
    "word": "‹word›", "‹слово›";
}

impl Code {
    /// Returns the sentence or the instruction of the entry as it reads without a case.
    pub fn readable(&self, message: &'static Message, locale: Locale) -> String {
        if matches!(message.en, "{hint}" | "{description}") {
            return messages::AS_SHOWN.words(locale).to_owned();
        }
        let values: MessageArgs = PLACEHOLDERS.iter().map(|(name, words)| (*name, Arg::from(words))).collect();
        let words = message.format(&values, locale);
        match words.strip_suffix(':') {
            Some(words) => format!("{words}."),
            None => words,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::codes;

    #[test]
    fn every_placeholder_is_a_word() {
        for entry in codes::all().chain(codes::tables::entries()) {
            for locale in Locale::ALL {
                for message in [&entry.sentence, &entry.instruction] {
                    let words = entry.readable(message, locale);
                    assert!(!words.contains('{') || words.contains("{claim:"), "{}: {words}", entry.name);
                }
            }
        }
    }
}
