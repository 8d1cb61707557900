//! The commands, each named once: how it speaks, and what it does.

use std::path::PathBuf;

use clap::Subcommand;

use super::exit::Exit;
use super::terminal::Terminal;
use super::{
    build, changes, check, compare, coverage, distribute, explain, fix, fmt, import, init, ledger, list, manifest, new,
    new_report, pack, preview_data, release, remove, rename, report, schema, show, sign, site, trace, verify, watch,
    worker, workspace,
};
use crate::diag::Locale;
use crate::diag::output::Format;
use crate::load::Workspace;

/// A command with its arguments.
#[derive(Debug, Subcommand)]
pub enum Command {
    Init(init::Args),
    Check(check::Args),
    Fmt(fmt::Args),
    Explain(explain::Args),
    Fix(fix::Args),
    New(new::Args),
    NewReport(new_report::Args),
    Rename(rename::Args),
    Remove(remove::Args),
    Report(report::Args),
    Build(build::Args),
    Verify(verify::Args),
    Watch(watch::Args),
    Compare(compare::Args),
    Changes(changes::Args),
    Trace(trace::Args),
    Sign(sign::Args),
    Release(release::Args),
    Pack(pack::Args),
    Distribute(distribute::Args),
    Recall(distribute::recall::Args),
    Ledger(ledger::Args),
    Site(site::Args),
    Manifest(manifest::Args),
    #[command(hide = true)]
    Worker(worker::Args),
    List(list::Args),
    Show(show::Args),
    Import(import::Args),
    Coverage(coverage::Args),
    PreviewData(preview_data::Args),
    Schema(schema::Args),
}

/// A command that was understood.
pub struct Task {
    /// The language of its messages, where it was asked for one.
    pub locale: Option<Locale>,
    /// The form of its faults.
    pub format: Format,
    /// What it does, with the folder of the workspace that was named.
    pub run: Run,
}

type Run = Box<dyn FnOnce(Option<PathBuf>, &Terminal) -> Exit>;

impl Task {
    fn of(locale: Option<Locale>, run: impl FnOnce(Option<PathBuf>, &Terminal) -> Exit + 'static) -> Self {
        Self { locale, format: Format::Human, run: Box::new(run) }
    }

    /// Does what needs a workspace and takes it.
    fn on<A: 'static>(locale: Option<Locale>, args: A, run: fn(&A, Workspace, &Terminal) -> Exit) -> Self {
        Self::within(locale, move |workspace, terminal| run(&args, workspace, terminal))
    }

    /// Does what needs a workspace.
    fn within(locale: Option<Locale>, run: impl FnOnce(Workspace, &Terminal) -> Exit + 'static) -> Self {
        Self::of(locale, move |root, terminal| match workspace::find(root) {
            Ok(workspace) => run(workspace, terminal),
            Err(message) => {
                terminal.refuse_as(&message);
                Exit::Unusable
            }
        })
    }
}

impl Command {
    /// Returns what is to be done.
    pub fn task(self) -> Task {
        match self {
            Self::Init(args) => Task::of(args.language_options.lang, move |_, terminal| init::run(&args, terminal)),
            Self::Check(args) => Task {
                format: args.message_format.into(),
                ..Task::on(args.language_options.lang, args, |args, workspace, terminal| {
                    check::run(args, &workspace, terminal)
                })
            },
            Self::Fmt(args) => Task::on(args.language_options.lang, args, fmt::run),
            // Codes are explained wherever somebody asks.
            Self::Explain(args) => Task::of(args.language_options.lang, move |root, terminal| {
                explain::run(&args, workspace::find(root).ok(), terminal)
            }),
            Self::Fix(args) => Task::within(args.language_options.lang, move |workspace, terminal| {
                fix::run(&args, &workspace, terminal)
            }),
            Self::New(args) => Task::on(args.language_options.lang, args, new::run),
            Self::NewReport(args) => Task::on(args.language_options.lang, args, new_report::run),
            Self::Rename(args) => Task::on(args.language_options.lang, args, rename::run),
            Self::Remove(args) => Task::on(args.language_options.lang, args, remove::run),
            Self::Report(args) => Task::on(None, args, report::run),
            Self::Build(args) => Task::within(args.language_options.lang, move |workspace, terminal| {
                build::run(&args, &workspace, terminal)
            }),
            Self::Verify(args) => {
                Task::of(args.language_options.lang, move |root, terminal| verify::run(&args, root, terminal))
            }
            Self::Sign(args) => {
                Task::of(args.language_options.lang, move |root, terminal| sign::run(&args, root, terminal))
            }
            Self::Watch(args) => Task::within(None, move |workspace, terminal| watch::run(&args, &workspace, terminal)),
            Self::Compare(args) => Task::within(args.language_options.lang, move |workspace, terminal| {
                compare::run(&args, &workspace, terminal)
            }),
            Self::Manifest(args) => Task::on(args.language_options.lang, args, manifest::run),
            // It is given its folders and speaks to no person.
            Self::Worker(args) => Task::of(None, move |_, _| worker::run(&args)),
            Self::List(args) => Task::on(args.language_options.lang, args, list::run),
            Self::Show(args) => Task::on(args.language_options.lang, args, show::run),
            Self::Import(args) => Task::within(args.language_options.lang, move |workspace, terminal| {
                import::run(&args, &workspace, terminal)
            }),
            Self::Coverage(args) => Task::on(args.language_options.lang, args, coverage::run),
            Self::Changes(args) => Task::on(args.language_options.lang, args, changes::run),
            Self::Trace(args) => Task::on(args.language_options.lang, args, trace::run),
            Self::Release(args) => Task::on(args.language_options.lang, args, release::run),
            Self::Pack(args) => Task::on(None, args, pack::run),
            Self::Distribute(args) => Task::on(args.language_options.lang, args, distribute::run),
            Self::Recall(args) => Task::on(args.language_options.lang, args, distribute::recall::run),
            Self::Ledger(args) => Task::within(args.language_options.lang, move |workspace, terminal| {
                ledger::run(&args, &workspace, terminal)
            }),
            Self::Site(args) => Task::on(args.language_options.lang, args, site::run),
            Self::PreviewData(args) => Task::on(None, args, preview_data::run),
            Self::Schema(args) => Task::on(args.language_options.lang, args, schema::run),
        }
    }
}
