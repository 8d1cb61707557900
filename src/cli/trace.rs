//! `chancery trace`: from something printed back to the record that says it, and what that rests on.

use std::collections::HashMap;
use std::path::Path;

use glob::Pattern;
use serde_json::{Value as Json, json};

use super::exit::Exit;
use super::options::LanguageOptions;
use super::{messages, terminal::Terminal, unmade, workspace};
use crate::check::Checked;
use crate::diag::{Arg, MessageArgs};
use crate::driver::{self, BuildRequest, Expected, Only, PlanError, Timings, Typesetter, Views};
use crate::load::Workspace;
use crate::record::Record;
use crate::release::{self, Past, Registered};
use crate::render::{Form, Limits};
use crate::revision::{self, Blame, Commit};
use crate::trace::{self, Chain, Match, PageWords, Spot, Tracer};

/// Say where something that a document prints comes from
///
/// For a figure, a date or a name as it is printed: the record and its field, the file and line now, the commit that last changed it, the
/// versions of a contested value, the sources with their addresses. For a number that the document counts: the records that are counted, the
/// filter, the definition. Of what a released document printed, it says where that stands now.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The document: report/subject/language, the beginning of that, or the name of its file.
    document: String,
    /// What is printed; without it, everything on the page that --page names.
    #[arg(required_unless_present = "page")]
    text: Option<String>,
    /// Only what stands on a page, counted from 1.
    #[arg(long, value_name = "NUMBER")]
    page: Option<usize>,
    /// The edition; without it, that of the file, or the first one of data/settings.yaml.
    #[arg(long, value_name = "NAME")]
    edition: Option<String>,
    /// Write JSON, for other programs.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    pub language_options: LanguageOptions,
}

/// A document with what it prints, or printed.
struct Traced<'v> {
    name: String,
    /// A document of today that its readers read like this one.
    as_now: &'v Expected<'v>,
    request: Option<&'v Record>,
    data: Json,
    /// What the register says of it, where it is a file that went out.
    released: Option<Registered<'v>>,
}

/// What is known of the last change of a place.
enum Changed<'b> {
    By(&'b Commit),
    NotCommitted,
    NoRepository,
}

/// Runs the command.
pub fn run(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    match told(args, workspace, terminal) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn told(args: &Args, workspace: Workspace, terminal: &Terminal) -> Result<Exit, Exit> {
    if args.text.as_deref().is_some_and(|text| trace::seen(text).is_empty()) {
        terminal.refuse(&trace::NO_WORDS, &vec![]);
        return Err(Exit::Unusable);
    }
    let checked = workspace::checked(workspace, args.edition.as_deref(), &Timings::default(), terminal)?;
    let refuse = |error: &PlanError| {
        terminal.refuse_as(&error.words());
        Exit::Unusable
    };
    let file = Path::new(&args.document).file_name().map(|name| name.to_string_lossy().into_owned());
    let file = file.filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "pdf"));
    let wanted = BuildRequest { edition: args.edition.clone(), ..BuildRequest::default() };
    let views = match &file {
        Some(file) if args.edition.is_none() => driver::named(&checked, file),
        _ => Views::new(&checked, &wanted).map(|views| vec![views]),
    };
    let views = views.map_err(|error| refuse(&error))?;
    let documents = driver::expected(&views).map_err(|error| refuse(&error))?;
    let traced = match file.as_deref().and_then(|file| released(file, &checked, &documents)) {
        Some(released) => vec![released],
        None => today(file.as_deref().unwrap_or(&args.document), &documents, &checked, terminal)?,
    };
    if traced.is_empty() {
        terminal.refuse(&messages::NO_DOCUMENT, &vec![("document", args.document.as_str().into())]);
        return Err(Exit::Unusable);
    }
    let mut found: Vec<(&Traced<'_>, Vec<Chain>)> = Vec::new();
    for document in &traced {
        found.push((document, chains(args, document, &checked, terminal)?));
    }
    let history = History::of(&checked.workspace, found.iter().flat_map(|(_, chains)| chains));
    if args.json {
        let one = |(document, chains): &(&Traced<'_>, Vec<Chain>)| {
            let places = chains.iter().map(|chain| as_json(chain, &history)).collect::<Json>();
            json!({"document": document.name, "text": args.text, "page": args.page, "places": places})
        };
        terminal.say(serde_json::to_string_pretty(&found.iter().map(one).collect::<Json>()).expect("plain JSON"));
    }
    for (document, chains) in &found {
        if chains.is_empty() {
            terminal.refuse(&trace::NOT_PRINTED, &about(args, document));
        } else if !args.json {
            show(args, document, chains, &history, terminal);
        }
    }
    Ok(if found.iter().all(|(_, chains)| chains.is_empty()) { Exit::Faults } else { Exit::Done })
}

/// Returns what a released file printed.
fn released<'v>(file: &str, checked: &'v Checked, documents: &'v [Expected<'v>]) -> Option<Traced<'v>> {
    let registered = release::registered(checked, file)?;
    let (edition, language) = (registered.said("edition")?, registered.said("language")?);
    let path = driver::page_data_file(&registered.release.id, edition, language);
    let data = serde_json::from_slice(&std::fs::read(checked.workspace.root.join(path)).ok()?).ok()?;
    let of_edition = |other: &&Expected<'_>| other.job.view.edition().id == edition;
    let same = |other: &&Expected<'_>| {
        let job = &other.job;
        Some(job.report.name.as_str()) == registered.text("report")
            && job.subject.map(|subject| subject.id.as_str()) == registered.text("subject")
            && job.language.code() == language
    };
    let mut own = documents.iter().filter(of_edition);
    let as_now = own.clone().find(same).or_else(|| own.next())?;
    let request = registered.text("request").and_then(|id| as_now.job.view.store().records.get(id));
    Some(Traced { name: file.to_owned(), as_now, request, data, released: Some(registered) })
}

/// Returns what documents print today.
fn today<'v>(
    called: &str,
    documents: &'v [Expected<'v>],
    checked: &Checked,
    terminal: &Terminal,
) -> Result<Vec<Traced<'v>>, Exit> {
    let only = Only::new(vec![Pattern::new(&Pattern::escape(called)).unwrap_or_default()]);
    let one = |document: &'v Expected<'v>| {
        let page = driver::page(&document.job).map_err(|faults| {
            terminal.diagnose(&faults, &checked.files);
            Exit::Faults
        })?;
        let (name, request) = (document.name(), document.job.request);
        Ok(Traced { name, as_now: document, request, data: page.data, released: None })
    };
    documents.iter().filter(|document| only.fits(document)).map(one).collect()
}

fn chains(args: &Args, document: &Traced<'_>, checked: &Checked, terminal: &Terminal) -> Result<Vec<Chain>, Exit> {
    let job = &document.as_now.job;
    let tracer = Tracer {
        store: job.view.store(),
        files: &checked.files,
        language: job.language,
        report: &job.report.name,
        subject: job.subject,
        request: document.request,
        data: &document.data,
    };
    let all = trace::printed(&document.data);
    let mut found: Option<Vec<Match>> = args.text.as_deref().map(|text| trace::find(&all, text));
    if let Some(page) = args.page {
        found = Some(words_of(page, document, checked, terminal)?.of(&all, found));
    }
    Ok(found.unwrap_or_default().iter().map(|found| tracer.chain(found)).collect())
}

/// Returns the words that are laid out on the pages of a document: of one that went out, as its commit has it.
fn laid_out(document: &Traced<'_>, checked: &Checked, terminal: &Terminal) -> Result<Vec<Vec<u8>>, Exit> {
    let workspace = &checked.workspace;
    if let Some(registered) = document.released {
        let commit = registered.text("commit").unwrap_or_default();
        let words = Past::new(&workspace.root).words(registered);
        return Ok(words.map_err(|why| unmade::tell(why, commit, terminal))?.unwrap_or_default());
    }
    let typesetter = Typesetter::in_workers(&workspace.templates(), &workspace.fonts(), Limits::default());
    let jobs = std::slice::from_ref(&document.as_now.job);
    let made = driver::make(checked, &typesetter, jobs, &Timings::default(), Form::Words, || {});
    let made = made.map_err(|failed| {
        terminal.diagnose(&failed.diagnostics, &failed.files);
        Exit::Faults
    })?;
    Ok(made.into_iter().next().map(|made| made.rendered.pictures).unwrap_or_default())
}

fn words_of(page: usize, document: &Traced<'_>, checked: &Checked, terminal: &Terminal) -> Result<PageWords, Exit> {
    let pages = laid_out(document, checked, terminal)?;
    match page.checked_sub(1).and_then(|at| pages.get(at)) {
        Some(words) => Ok(PageWords::new(&String::from_utf8_lossy(words))),
        None => {
            let values = vec![
                ("document", document.name.as_str().into()),
                ("page", page.into()),
                ("number", pages.len().into()),
            ];
            terminal.refuse(&trace::NOT_ON_PAGE, &values);
            Err(Exit::Unusable)
        }
    }
}

/// The history of the files that something is traced to, each asked for once.
struct History {
    is_repository: bool,
    files: HashMap<String, Blame>,
}

impl History {
    fn of<'c>(workspace: &Workspace, chains: impl Iterator<Item = &'c Chain>) -> Self {
        let root = if workspace.root.as_os_str().is_empty() { Path::new(".") } else { &workspace.root };
        let is_repository = revision::head(root).is_ok();
        let mut files: HashMap<String, Blame> = HashMap::new();
        for spot in chains.filter_map(|chain| chain.now.as_ref()).filter(|_| is_repository) {
            if !files.contains_key(&spot.file) {
                // A file that was never committed has no history.
                files.insert(spot.file.clone(), Blame::of(root, Path::new(&spot.file)).unwrap_or_default());
            }
        }
        Self { is_repository, files }
    }

    fn changed(&self, spot: &Spot) -> Changed<'_> {
        match self.files.get(&spot.file).and_then(|blame| blame.latest(spot.line, spot.last_line)) {
            Some(commit) => Changed::By(commit),
            None if self.is_repository => Changed::NotCommitted,
            None => Changed::NoRepository,
        }
    }
}

fn as_json(chain: &Chain, history: &History) -> Json {
    let mut json = json!(chain);
    json["changed"] = match chain.now.as_ref().map(|spot| history.changed(spot)) {
        Some(Changed::By(commit)) => json!({
            "commit": commit.id, "day": commit.day(), "author": commit.author, "summary": commit.summary,
        }),
        Some(Changed::NotCommitted) => "not-committed".into(),
        Some(Changed::NoRepository) => "no-repository".into(),
        None => Json::Null,
    };
    json
}

/// Returns what is asked of a document.
fn about(args: &Args, document: &Traced<'_>) -> MessageArgs {
    vec![
        ("document", document.name.as_str().into()),
        ("text", args.text.as_deref().unwrap_or_default().into()),
        ("page", args.page.unwrap_or_default().into()),
    ]
}

fn show(args: &Args, document: &Traced<'_>, chains: &[Chain], history: &History, terminal: &Terminal) {
    let values = [about(args, document), vec![("number", chains.len().into())]].concat();
    terminal.inform(if args.text.is_some() { &trace::PRINTED_IN } else { &trace::ON_PAGE }, &values);
    for chain in chains {
        terminal.say("");
        terminal.say(&chain.text);
        for (message, values) in lines(chain, history) {
            terminal.say(format!("  {}", message.format(&values, terminal.locale())));
        }
    }
}

type Line = (&'static crate::diag::Message, MessageArgs);

/// Returns what is said of a chain.
fn lines(chain: &Chain, history: &History) -> Vec<Line> {
    let mut lines = vec![origin(chain)];
    lines.extend(counted(chain));
    match &chain.now {
        Some(spot) => {
            let values = vec![("file", spot.file.as_str().into()), ("line", spot.line.into())];
            lines.push((&trace::STANDS_IN, values));
            lines.push(changed(&history.changed(spot)));
        }
        None if chain.record.is_none() => lines.push((&trace::NOT_WRITTEN_DOWN, vec![])),
        None => {}
    }
    if let Some(claim) = &chain.claim {
        lines.push((&trace::IS_CONTESTED, vec![("claim", claim.as_str().into())]));
    }
    for candidate in &chain.candidates {
        let ids: Vec<&str> = candidate.sources.iter().map(|source| source.id.as_str()).collect();
        let sources = if ids.is_empty() { String::new() } else { format!(" [{}]", ids.join(", ")) };
        let message = if candidate.taken { &trace::TAKEN } else { &trace::NOT_TAKEN };
        lines.push((message, vec![("text", candidate.text.as_str().into()), ("sources", sources.into())]));
    }
    if !chain.sources_of.is_empty() {
        lines.push((&trace::SOURCES_OF, vec![("records", chain.sources_of.join(", ").into())]));
    }
    for source in &chain.sources {
        let words = [&source.title, &source.publisher, &source.address].into_iter().flatten();
        let words = words.map(String::as_str).collect::<Vec<_>>().join(" · ");
        lines.push((&trace::SOURCE, vec![("id", source.id.as_str().into()), ("words", words.into())]));
    }
    if chain.sources.is_empty() && chain.what == "field" {
        lines.push((&trace::NO_SOURCE, vec![]));
    }
    lines
}

fn origin(chain: &Chain) -> Line {
    let title = chain.title.clone().map(Arg::from);
    let record = chain.record.as_deref().unwrap_or_default();
    let mut values = vec![("record", record.into()), ("field", chain.field.as_str().into())];
    values.push(("label", chain.label.as_deref().unwrap_or_default().into()));
    values.push(("title", title.unwrap_or_else(|| "".into())));
    let of = chain.count.as_ref().map(|count| count.of.join(" × ")).unwrap_or_default();
    values.push(("of", if of.is_empty() { of } else { format!(", {of}") }.into()));
    let message = match (chain.what, &chain.record, &chain.now) {
        ("count", ..) => &trace::IS_COUNT,
        ("word", ..) => &trace::IS_WORD,
        ("document", None, _) => &trace::IS_DOCUMENT,
        ("document", ..) => &trace::IS_DOCUMENT_OF,
        (_, _, None) => &trace::RECORD_GONE,
        _ => &trace::IN_RECORD,
    };
    (message, values)
}

fn counted(chain: &Chain) -> Vec<Line> {
    let Some(count) = &chain.count else { return Vec::new() };
    let text = |text: &Option<String>| Arg::from(text.as_deref().unwrap_or_default());
    let mut lines: Vec<Line> =
        vec![(&trace::DEFINITION, vec![("label", text(&chain.label)), ("definition", text(&count.definition))])];
    if count.set.is_some() {
        lines.push((&trace::COUNTED_SET, vec![("set", text(&count.set)), ("kind", text(&count.kind))]));
    }
    for (message, name, value) in [
        (&trace::SET_WHERE, "filter", &count.set_where),
        (&trace::COUNT_WHERE, "filter", &count.count_where),
        (&trace::DISTINCT, "field", &count.distinct),
        (&trace::SUM, "field", &count.sum),
    ] {
        if value.is_some() {
            lines.push((message, vec![(name, text(value))]));
        }
    }
    if !count.by.is_empty() {
        lines.push((&trace::DIVIDED_BY, vec![("fields", count.by.join(", ").into())]));
    }
    if !count.records.is_empty() {
        lines.push((&trace::RECORDS, vec![("number", count.records.len().into())]));
        let record = |(id, name): &(String, String)| {
            let values = vec![("id", Arg::from(id.as_str())), ("name", name.as_str().into())];
            (&trace::COUNTED_RECORD, values)
        };
        lines.extend(count.records.iter().map(record));
    }
    lines
}

fn changed(changed: &Changed<'_>) -> Line {
    match changed {
        Changed::By(commit) => {
            let short = commit.id.get(..10).unwrap_or(&commit.id);
            let values = vec![
                ("commit", short.into()),
                ("day", commit.day().into()),
                ("author", commit.author.as_str().into()),
                ("summary", commit.summary.as_str().into()),
            ];
            (&trace::CHANGED_BY, values)
        }
        Changed::NotCommitted => (&trace::NOT_COMMITTED_YET, vec![]),
        Changed::NoRepository => (&trace::IN_NO_REPOSITORY, vec![]),
    }
}
