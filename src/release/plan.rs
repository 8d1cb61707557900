//! The documents that a request asks for, as they go out.

use crate::driver::{self, BuildRequest, PlanError, Views};
use crate::record::{Language, Node, Record};
use crate::select::Job;

/// Plans the documents of a request, each with the place of its edition.
pub fn jobs<'v>(views: &'v [Views<'_>], request: &Record) -> Result<(Vec<usize>, Vec<Job<'v>>), PlanError> {
    let text = |field: &str| request.root.get(field).and_then(Node::text).map(str::to_owned);
    let languages = request.root.get("languages").map(Node::items).unwrap_or_default();
    let wanted = BuildRequest {
        report: text("report").unwrap_or_default(),
        subjects: text("subject").into_iter().collect(),
        languages: languages.iter().filter_map(|node| Language::from_code(node.text()?)).collect(),
        releases: true,
        ..BuildRequest::default()
    };
    let (mut editions, mut all) = (Vec::new(), Vec::new());
    for (edition, views) in views.iter().enumerate() {
        // An edition that may not see the request or its subject has no such document.
        if !views.sees(&request.id) || !wanted.subjects.iter().all(|subject| views.sees(subject)) {
            continue;
        }
        let planned = driver::plan(views, &wanted)?;
        editions.extend(planned.iter().map(|_| edition));
        all.extend(planned);
    }
    Ok((editions, all))
}
