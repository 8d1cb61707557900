//! Why something may not go out, and what is said when it does, in every language of messages.

use crate::diag::messages;

messages! {
    /// A reason.
    IS_NOT_APPROVED: "its status is “{status}”", "его статус — «{status}»";
    /// What to do.
    APPROVE: "Write `status: approved` when it is approved.", "Когда документ утверждён, укажите `status: approved`.";
    /// A reason.
    HAS_NO_REFERENCE: "it has no reference", "у него нет исходящего номера";
    /// What to do.
    GIVE_REFERENCE: "Give it one in `reference`, for example CTB-2022-014.", "Укажите номер в поле `reference`, например CTB-2022-014.";
    /// A reason.
    IS_TO_COME: "the step “{step}” of its clearance has no date", "шаг согласования «{step}» не датирован";
    /// What to do.
    DATE_STEP: "Write the `date` on which it was done.", "Укажите в `date` день, когда это сделано.";
    /// A reason.
    NOBODY_APPROVED: "its clearance names nobody who approved it", "в согласовании не указано, кто его утвердил";
    /// What to do.
    ADD_STEP: "Add to `clearance`: `{step: approved, post: {en: \"…\"}, date: 2022-03-04}`.", "Добавьте в `clearance`: `{step: approved, post: {ru: \"…\"}, date: 2022-03-04}`.";
    /// A reason.
    WENT_OUT: "the version {version} went out already", "версия {version} уже выпущена";
    /// What to do.
    COUNT_ON: "Write `version: {version}`; what went out is never changed.", "Укажите `version: {version}`; выпущенное не меняется.";
    /// A reason.
    NOT_COMMITTED: "files are not committed: {path}, {number} in all", "есть незафиксированные файлы: {path}, всего {number}";
    /// What to do.
    COMMIT_FIRST: "Commit them first: what goes out can be made again only from a commit.", "Сначала зафиксируйте их в репозитории: выпущенное можно воссоздать только из коммита.";
    /// A reason.
    IS_NOT_CONFIRMED: "the wording of the marking {marking} is not confirmed in this language: {language}", "формулировка отметки {marking} не подтверждена на языке: {language}";
    /// What to do.
    CONFIRM: "Have it confirmed, and add {code} to `confirmed` of the level.", "Подтвердите её и добавьте {code} в `confirmed` этого уровня.";
    /// A reason.
    IS_UNFINISHED: "it prints “{record}”, which says of itself that it is not finished", "в нём печатается запись «{record}», отмеченная как незаконченная";
    /// What to do.
    FINISH: "Finish it, and take `{field}` out.", "Закончите её и удалите поле `{field}`.";
    /// A reason.
    HAS_EXPIRED: "it prints “{record}”, which was to be looked at again after {date}", "в нём печатается запись «{record}», которую следовало проверить заново после {date}";
    /// What to do.
    LOOK_AGAIN: "See whether it still holds, and write for which day it does; `{field}` says for how long it then may be printed.", "Проверьте, верны ли сведения, и укажите новый день, на который они верны; `{field}` говорит, сколько их после этого можно печатать.";
    /// A reason.
    IS_UNTRANSLATED: "“{field}” has no text in this language: {language}", "у поля «{field}» нет текста на языке: {language}";
    /// What to do.
    TRANSLATE: "Write the text under `{code}:`.", "Укажите текст в `{code}:`.";
    /// A reason.
    BINDS_DRAFT: "the document “{name}” in it is a draft, {version}", "входящий в него документ «{name}» — проект, {version}";
    /// What to do.
    APPROVE_FIRST: "Let it be approved or released first; one that went out is bound as it is, as long as the records say the same.", "Сначала утвердите или выпустите его; выпущенный документ входит как есть, пока записи говорят то же.";
    /// A request that does not exist.
    NO_REQUEST: "there is no request “{request}”; `chancery list request` shows those there are", "заявки «{request}» нет; имеющиеся выводит `chancery list request`";
    /// A folder without a repository.
    NO_REPOSITORY: "nothing can be released here: what goes out must be made again from a commit, and git says “{reason}”", "выпустить документ отсюда нельзя: выпущенное должно воссоздаваться из коммита, а git сообщает: «{reason}»";
    /// After a release.
    RELEASED: "{document} {version} is released; commit data/register and data/requests", "{document} {version} — выпущено; зафиксируйте в репозитории data/register и data/requests";
    /// After a file was compared with the register.
    IS_ANOTHER_FILE: "“{path}” is not the file that was released under this name: its check value is another than that of the register", "«{path}» — не тот файл, что выпущен под этим именем: контрольная сумма отличается от указанной в реестре";
    /// After a file was made again.
    IS_AS_RELEASED: "“{path}” is what was released, and what the commit {commit} makes, to the byte", "«{path}» — выпущенный файл; из коммита {commit} он воссоздаётся до байта";
    /// After a file was made again and came out otherwise.
    IS_NOT_MADE_AGAIN: "“{path}” is what was released, but the commit {commit} makes another file now; released by {then}, made again by {now}", "«{path}» — выпущенный файл, однако из коммита {commit} теперь получается другой; выпущен программой {then}, воссоздан программой {now}";
}
