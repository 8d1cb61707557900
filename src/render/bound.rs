//! Documents that are bound into another one and typeset with it: each sees the templates, and its own page at `/page.json`, as if it were
//! alone. So no template knows whether it is one of several.
//!
//! Typst lets a path begin at the root of a project or of a package. The templates are therefore shown once more for each document, as a
//! package that no network has: `@bound/document-1:0.0.0` is the first, and its entry is the template of its report.

use serde::Deserialize;
use serde_json::Value as Json;
use typst::foundations::Bytes;
use typst::syntax::{FileId, VirtualRoot};

/// Where these packages are.
const NAMESPACE: &str = "bound";

/// How they are called, before their number.
const NAME: &str = "document-";

/// A document that is bound into another one.
pub struct Document {
    manifest: Bytes,
    page: Bytes,
}

/// Page data, as far as they bind documents.
#[derive(Deserialize)]
struct Binding {
    #[serde(default)]
    bound: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    template: String,
    data: Json,
}

/// Returns the documents that page data bind.
pub fn documents(data: &str) -> Vec<Document> {
    let binding: Binding = serde_json::from_str(data).unwrap_or(Binding { bound: Vec::new() });
    let one = |(at, entry): (usize, Entry)| {
        let entrypoint = serde_json::to_string(&entry.template).expect("a path is plain text");
        let manifest =
            format!("[package]\nname = \"{NAME}{}\"\nversion = \"0.0.0\"\nentrypoint = {entrypoint}\n", at + 1);
        Document { manifest: Bytes::from_string(manifest), page: Bytes::from_string(entry.data.to_string()) }
    };
    binding.bound.into_iter().enumerate().map(one).collect()
}

/// Returns the number of the document whose file it is, from 1; nothing for files of the one that binds it.
pub fn number(id: FileId) -> Option<usize> {
    let VirtualRoot::Package(spec) = id.get().root() else { return None };
    let number = spec.name.strip_prefix(NAME).filter(|_| spec.namespace == NAMESPACE)?;
    number.parse().ok().filter(|number| *number > 0)
}

impl Document {
    /// Returns a file that is its own; nothing for the templates that all share.
    pub fn file(&self, id: FileId) -> Option<Bytes> {
        match id.get().vpath().get_without_slash() {
            "typst.toml" => Some(self.manifest.clone()),
            "page.json" => Some(self.page.clone()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use typst::syntax::{RootedPath, VirtualPath};

    use super::*;

    #[test]
    fn each_document_has_its_page_and_its_entry() {
        let data = r#"{"document": {}, "bound": [{"template": "a/main.typ", "item": 0, "data": {"n": 1}}, {"template": "b/main.typ", "item": 1, "data": {"n": 2}}]}"#;
        let documents = documents(data);
        let id = |package: &str, path: &str| {
            let root = VirtualRoot::Package(package.parse().unwrap());
            RootedPath::new(root, VirtualPath::new(path).unwrap()).intern()
        };
        let file = |package: &str, path: &str| {
            let id = id(package, path);
            documents.get(number(id)? - 1)?.file(id).map(|bytes| bytes.as_str().unwrap().to_owned())
        };
        assert_eq!(file("@bound/document-2:0.0.0", "page.json").as_deref(), Some(r#"{"n":2}"#));
        assert!(file("@bound/document-1:0.0.0", "typst.toml").unwrap().contains("entrypoint = \"a/main.typ\""));
        assert_eq!(file("@bound/document-1:0.0.0", "house/page.typ"), None, "templates are those of all");
        assert_eq!(file("@bound/document-3:0.0.0", "page.json"), None);
        assert_eq!(number(id("@preview/document-1:0.0.0", "page.json")), None);
        assert!(super::documents("{}").is_empty());
    }
}
