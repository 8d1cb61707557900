//! What is said of sending, in every language of messages.

use crate::diag::messages;

messages! {
    /// Wrong use.
    NO_RECIPIENT: "there is no recipient “{recipient}”; there are: {known}", "получателя «{recipient}» нет; есть: {known}";
    /// Wrong use.
    NO_SUCH_DOCUMENT: "no document that was asked for or released is called “{document}”; `chancery distribute` lists them", "документа «{document}» нет ни среди запрошенных, ни среди выпущенных; список выводит `chancery distribute`";
    /// The ledger.
    LEDGER_HELD: "another run is sending and has “{path}” for itself; wait until it is done", "«{path}» занят другим запуском, который отправляет документы; дождитесь его окончания";
    /// The ledger.
    LEDGER_NOT_READ: "“{path}” cannot be opened: {reason}", "«{path}» не удаётся открыть: {reason}";
    /// The ledger.
    LEDGER_BROKEN: "“{path}” is not as it was written: {reason}. Nothing is sent on its strength; take it back from the repository or a copy", "«{path}» изменён: {reason}. На его основании ничего не отправляется; восстановите его из репозитория или из копии";
    /// The ledger.
    LEDGER_WAS_TORN: "the last line of “{path}” was not finished and is left out; nothing was sent on its strength", "последняя строка «{path}» не дописана и отброшена; на её основании ничего не отправлено";
    /// The ledger.
    NOT_ENTERED: "the ledger cannot be written: {reason}; nothing more is sent", "журнал не удаётся записать: {reason}; больше ничего не отправляется";
    /// Where it is broken.
    LINE_UNREADABLE: "line {line} is no line of a ledger", "строка {line} не является строкой журнала";
    /// Where it is broken.
    LINE_EDITED: "line {line} was edited", "строка {line} изменена";
    /// Where it is broken.
    LINE_MOVED: "before line {line} others are missing, or it stands elsewhere than it was written", "перед строкой {line} не хватает строк, или она стоит не на своём месте";
    /// Where it is broken.
    LINE_TORN: "line {line} is not finished", "строка {line} не дописана";
    /// A file that is not to be had.
    FAULTY_COMMIT: "“{file}” cannot be made again: the records of its commit have faults", "«{file}» не удаётся воссоздать: в записях её коммита есть ошибки";
    /// A file that is not to be had.
    OTHER_FILE: "“{file}” is not in the folder of released documents, and what its commit makes is another file; `chancery verify` says why", "«{file}» нет в папке выпущенных документов, а из её коммита получается другой файл; причину покажет `chancery verify`";
    /// A report that is missing.
    NO_COVER: "this workspace has no report “{report}”, of which the notes that go with documents are made", "в этой рабочей папке нет отчёта «{report}», по которому составляются сопроводительные письма";
    /// A folder with other files.
    OTHER_PACKAGE: "“{path}” holds other files, among them “{file}”; write to another folder with --to", "в «{path}» лежат другие файлы, в том числе «{file}»; укажите в --to другую папку";
    /// A recipient.
    OF_RECIPIENT: "{id} · {name} · {channel}", "{id} · {name} · {channel}";
    /// A way.
    BY_FOLDER: "folder", "папка";
    /// A way.
    BY_MAIL: "mail: {address}", "почта: {address}";
    /// A line.
    IS_NEW: "new      {document}", "новый        {document}";
    /// A line.
    IS_CHANGED: "changed  {document}, has {version}: facts changed: {number}", "изменён      {document}, есть {version}: изменилось сведений: {number}";
    /// A line, where nobody kept what the earlier version printed.
    IS_CHANGED_SOMEHOW: "changed  {document}, has {version}: what changed is not known", "изменён      {document}, есть {version}: что изменилось, неизвестно";
    /// A line.
    HAS: "has      {document}", "уже есть     {document}";
    /// A line.
    IS_UNCERTAIN: "uncertain  {document}: whether it was sent is not known; --resume settles it ({delivery})", "неизвестно   {document}: отправлен ли он, неизвестно; решает --resume ({delivery})";
    /// A line.
    HAS_FAILED: "failed   {document}: {reason}", "не доставлен {document}: {reason}";
    /// A line.
    IS_REFUSED: "refused  {document}: {reason}", "отказано     {document}: {reason}";
    /// A document of a line.
    DOCUMENT: "{reference} {version} · {title} · {language} ({why}) · {marking}", "{reference} {version} · {title} · {language} ({why}) · {marking}";
    /// The end of the table.
    COUNTED: "recipients: {recipients}; new: {new}, changed: {changed}, already there: {has}, uncertain: {uncertain}, failed: {failed}, refused: {refused}", "Получателей: {recipients}; новых: {new}, изменённых: {changed}, уже есть: {has}, неизвестно: {uncertain}, не доставлено: {failed}, отказано: {refused}";
    /// After writing.
    WRITTEN: "{path}: documents: {number}", "{path}: документов: {number}";
    /// After writing nothing.
    NOTHING_BY_FOLDER: "by folder nothing is due; `chancery distribute` says what each recipient has and what is refused", "через папки отправлять нечего; что у кого есть и в чём отказано, показывает `chancery distribute`";
    /// After writing nothing.
    NOTHING_BY_MAIL: "by mail nothing is due; `chancery distribute` says what each recipient has and what is refused", "почтой отправлять нечего; что у кого есть и в чём отказано, показывает `chancery distribute`";
    /// Wrong use.
    NO_ADDRESS: "“{address}” is no address", "«{address}» — не адрес";
    /// A message that cannot be written.
    NO_MESSAGE: "the message cannot be written: {reason}", "письмо не удаётся составить: {reason}";
    /// Wrong use.
    NO_SERVER: "“{server}” is no mail server; write smtps://host, or smtp://host:587", "«{server}» — не адрес почтового сервера; укажите smtps://host или smtp://host:587";
    /// Wrong use.
    SECRET_IN_ADDRESS: "a name or a password does not belong into the address of the server: others can read it there; use --credentials or the environment", "имя и пароль нельзя указывать в адресе сервера: там их увидят другие; укажите --credentials или переменные окружения";
    /// Wrong use.
    NO_CERTIFICATE: "the file of --authority holds no certificate in PEM", "в файле, указанном в --authority, нет сертификата в формате PEM";
    /// Wrong use.
    NO_CREDENTIALS: "“{path}” needs two lines: the name, and the password", "в «{path}» нужны две строки: имя и пароль";
    /// A document for mail.
    TOO_LARGE: "“{file}” is too large for a message to “{recipient}” and is not sent, the others are; name a folder for it with --to", "«{file}»: слишком велик для письма получателю «{recipient}» и не отправлен, остальное отправляется; укажите для него папку в --to";
    /// After an attempt.
    SENT: "sent       {recipient} <{address}>: {reason}", "отправлено     {recipient} <{address}>: {reason}";
    /// After an attempt.
    IS_DEFERRED: "deferred   {recipient} <{address}>: {reason}", "отложено       {recipient} <{address}>: {reason}";
    /// After an attempt.
    IS_NOT_TAKEN: "refused    {recipient} <{address}>: {reason}", "не принято     {recipient} <{address}>: {reason}";
    /// After an attempt.
    NO_ANSWER: "uncertain  {recipient} <{address}>: {reason}", "неизвестно     {recipient} <{address}>: {reason}";
    /// At the end.
    SENT_IN_ALL: "messages sent: {sent}, deferred: {deferred}, refused: {refused}, uncertain: {uncertain}", "Писем отправлено: {sent}, отложено: {deferred}, не принято: {refused}, неизвестно: {uncertain}";
    /// A question.
    WAS_IT_SENT: "was {document} sent to “{recipient}” at {at} ({delivery})? y: it was; n: it was not, and is due again; anything else leaves it open", "отправлен ли {document} получателю «{recipient}» {at} ({delivery})? д — отправлен; н — не отправлен, отправить снова; любой другой ответ оставляет вопрос открытым";
    /// A holder.
    HOLDER_IS_GONE: "“{recipient}” holds it and is no recipient any more; tell them in another way", "«{recipient}» имеет экземпляр, но в списке получателей больше не значится; уведомите другим способом";
    /// A version whose request asks for a later one.
    NOT_WITHDRAWN: "the request for {document} asks for a later version by now, so that it cannot say that this one is withdrawn; its holders are told all the same", "заявка на {document} относится уже к следующей версии и не может указать, что эта отозвана; держатели всё равно уведомляются";
    /// The server.
    UNREACHABLE: "the mail server is not to be reached: {reason}", "почтовый сервер недоступен: {reason}";
    /// The server.
    NOT_SPOKEN_TO: "the mail server is not spoken to, and nothing is sent: {reason}", "соединение с почтовым сервером не устанавливается, ничего не отправляется: {reason}";
    /// At the end.
    STILL_OPEN: "still open: due: {due}, failed: {failed}, uncertain: {uncertain}; what failed or is uncertain, --resume settles", "не завершено: к отправке: {due}, не доставлено: {failed}, неизвестно: {uncertain}; для недоставленного и неизвестного используйте --resume";
    /// Wrong use.
    RESENT_HOW: "--resume resend needs --send or --eml", "для --resume resend нужен --send или --eml";
}
