//! HTML: words as they stand in it, and pages made of templates. The ground floor: it looks into nothing of ours.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior};
use serde::Serialize;

/// What a template is filled with.
pub type Data = minijinja::Value;

/// Templates of the program, by their names. What is filled into one whose name ends in `.html` stands there as words.
pub struct Templates(Environment<'static>);

impl Templates {
    /// Takes the templates in. They are part of the program: one that cannot be read or filled is a fault of ours, which the tests of those
    /// who use it find.
    pub fn new(templates: &[(&'static str, &'static str)]) -> Self {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
        environment.set_syntax(syntax.expect("the signs of blocks are the usual ones"));
        for (name, text) in templates {
            environment.add_template(name, text).expect("the templates are tried by the tests");
        }
        Self(environment)
    }

    /// Fills a template with data by their names.
    pub fn fill(&self, template: &str, data: &[(&'static str, Data)]) -> String {
        let template = self.0.get_template(template).expect("the template is there");
        template.render(Data::from_pairs(data.iter().cloned())).expect("the templates are tried by the tests")
    }
}

/// Returns what templates are filled with.
pub fn data(value: impl Serialize) -> Data {
    Data::from(Serde(value))
}

/// Returns words so that they stand in HTML, between tags and in quotes, as they are.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_filled_in_is_no_markup() {
        let templates = super::Templates::new(&[("a.html", "<p>{{ name }}</p>"), ("a.txt", "{{ name }}")]);
        let data = [("name", super::data("<b>"))];
        assert_eq!(templates.fill("a.html", &data), "<p>&lt;b&gt;</p>");
        assert_eq!(templates.fill("a.txt", &data), "<b>");
    }

    #[test]
    fn signs_of_the_markup_are_words() {
        assert_eq!(super::escape("a <b> & \"c\""), "a &lt;b&gt; &amp; &quot;c&quot;");
    }
}
