//! The paragraphs of a page of prose, out of its HTML: `markdown` wrote it, so its tags are known
//! and closed.

/// A heading, a paragraph, an item of a list or a row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// The anchor of the heading that it stands under.
    pub anchor: String,
    pub heading: String,
    pub is_heading: bool,
    pub text: String,
}

/// Every paragraph with words in it.
pub fn paragraphs(html: &str) -> Vec<Paragraph> {
    let mut all: Vec<Paragraph> = Vec::new();
    let (mut anchor, mut heading, mut text) = (String::new(), String::new(), String::new());
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        text.push_str(&rest[..start]);
        let Some(length) = rest[start..].find('>') else { break };
        let tag = &rest[start + 1..start + length];
        rest = &rest[start + length + 1..];
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        let is_heading = matches!(name.as_str(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
        match name.as_str() {
            "p" | "li" | "ul" | "ol" | "tr" | "pre" | "blockquote" | "table" | "dt" | "dd" => {}
            "td" | "th" | "br" => {
                text.push(' ');
                continue;
            }
            _ if is_heading => {}
            _ => continue,
        }
        let words = plain(&text);
        text.clear();
        let ends_heading = is_heading && tag.starts_with('/');
        if is_heading && !ends_heading {
            anchor = attribute(tag, "id").to_owned();
        }
        if ends_heading {
            heading.clone_from(&words);
        }
        if !words.is_empty() {
            all.push(Paragraph {
                anchor: anchor.clone(),
                heading: heading.clone(),
                is_heading: ends_heading,
                text: words,
            });
        }
    }
    all
}

fn attribute<'tag>(tag: &'tag str, name: &str) -> &'tag str {
    let value = tag.split_once(&format!(" {name}=\"")).map_or("", |(_, rest)| rest);
    value.split('"').next().unwrap_or_default()
}

/// The words with single spaces, and the signs that HTML writes otherwise as they are.
fn plain(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ]
    .into_iter()
    .fold(
        words,
        |words, (written, sign)| {
            if words.contains('&') { words.replace(written, sign) } else { words }
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_paragraph_stands_under_its_heading() {
        let html = "<p>Trước.</p>\n<h2 id=\"mot\">Một &amp; <em>hai</em></h2><p>Câu <a \
                    href=\"x\">một</a>.</p><ul><li>mục a</li><li><p>mục b</p></li></ul>";
        let told: Vec<String> = paragraphs(html)
            .iter()
            .map(|found| format!("{}|{}|{}", found.anchor, found.heading, found.text))
            .collect();
        assert_eq!(
            told,
            [
                "||Trước.",
                "mot|Một & hai|Một & hai",
                "mot|Một & hai|Câu một.",
                "mot|Một & hai|mục a",
                "mot|Một & hai|mục b"
            ]
        );
        assert!(paragraphs(html)[1].is_heading && !paragraphs(html)[2].is_heading);
    }

    #[test]
    fn broken_markup_is_read_without_harm() {
        for html in ["", "<", "<p", "<p>a", "</h2>", "<h2 id=\"", "a > b"] {
            assert!(paragraphs(html).iter().all(|found| !found.text.is_empty()), "{html}");
        }
    }
}
