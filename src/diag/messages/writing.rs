//! Why a line cannot be read, and the signs in it.

use crate::diag::message::messages;

messages! {
    /// A space that does not break.
    NO_BREAK_SPACE: "an invisible no-break space", "невидимый неразрывный пробел";
    /// A common space.
    A_SPACE: "a space", "пробел";
    /// A sign between others.
    A_SIGN: "“{sign}”", "«{sign}»";
    /// A space of another kind.
    ODD_SPACE: "a space of another kind ({name})", "пробел другого вида ({name})";
    /// Where a field stands that is given twice.
    IN_LINES: ", in lines {first} and {second}", ", в строках {first} и {second}";
    /// Where a field stands that is given twice.
    IN_THIS_LINE: ", both times in this line", ", оба раза в этой строке";
    /// A bracket too many.
    EXTRA_BRACKET: "there is a bracket too many", "здесь лишняя скобка";
    /// Why a line cannot be read.
    WHY_BRACKET_OPEN: "a bracket is opened and not closed", "скобка открыта и не закрыта";
    /// Why a line cannot be read.
    WHY_COMMA: "between brackets, a comma or the closing bracket is missing", "внутри скобок нет запятой или закрывающей скобки";
    /// Why a line cannot be read.
    WHY_QUOTE_OPEN: "a quote is opened and not closed", "кавычка открыта и не закрыта";
    /// Why a line cannot be read.
    WHY_AFTER_QUOTE: "the text goes on after its closing quote", "после закрывающей кавычки текст продолжается";
    /// Why a line cannot be read.
    WHY_BACKSLASH: "the backslash between double quotes means nothing here", "обратная косая черта внутри двойных кавычек здесь ничего не значит";
    /// Why a line cannot be read.
    WHY_TAB: "there is a tab where only spaces may stand", "здесь табуляция, а допустимы только пробелы";
    /// Why a line cannot be read.
    WHY_NAME: "the name of a field with its colon is expected here", "здесь ожидается название поля с двоеточием";
    /// Why a line cannot be read.
    WHY_COLON: "a colon stands where none can be", "двоеточие стоит там, где его быть не может";
    /// Why a line cannot be read.
    WHY_INDENT: "its indent does not fit the lines above", "её отступ не подходит к строкам выше";
    /// Why a line cannot be read.
    WHY_HYPHEN: "a hyphen stands where no list can begin", "дефис стоит там, где список начаться не может";
    /// Why a line cannot be read.
    WHY_COMMENT: "a comment stands in the middle of a text", "комментарий стоит посреди текста";
    /// Why a line cannot be read.
    WHY_BLOCK: "after | or > nothing else can stand on the line", "после | или > на строке больше ничего быть не может";
    /// Why a line cannot be read.
    WHY_PERCENT: "a line that begins with % or --- has a special meaning", "строка, которая начинается с % или ---, имеет особое значение";
    /// Why a line cannot be read.
    WHY_DOTS: "after ... the record is over", "после ... запись окончена";
    /// Why a line cannot be read.
    WHY_UNKNOWN: "it does not have the form “name: value”", "у неё не вид «название: значение»";
    /// The end of a merge conflict.
    CONFLICT_END: "down to here", "до этой строки";
    /// The plain form of a sign.
    WRITE_PLAIN: "Write “{word}” instead.", "Напишите вместо него «{word}».";
    /// A sign without a plain form.
    WRITE_OTHERWISE: "Say it in words or with another sign, or put a font that has it into fonts/.", "Передайте его словами или другим знаком либо добавьте в fonts/ шрифт, в котором он есть.";
}
