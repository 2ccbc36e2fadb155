//! The parts of the reference that the code knows: commands, diagnostics, columns and theme files.

use std::fs;
use std::process::Command;

use minhbach::diagnostic::{Code, Level};
use minhbach::language::{Language, Localized};
use minhbach::page::TARGET_COLUMNS;
use minhbach::theme::Theme;

use super::{documents, read, root};

#[test]
fn the_generated_parts_are_fresh() {
    let bless = std::env::var_os("MINHBACH_BLESS").is_some();
    let mut parts = 0;
    for language in Language::ALL {
        for document in documents(language) {
            let Some((before, rest)) = document.text.split_once("<!-- generated: ") else {
                continue;
            };
            let (name, rest) = rest.split_once(" -->\n").expect("a name");
            let (_, after) = rest.split_once("<!-- end -->").expect("an end");
            let part = match name {
                "commands" => commands(language),
                "diagnostics" => diagnostics(language),
                "columns" => columns(language),
                "theme" => theme(language),
                _ => panic!("{name} is not known"),
            };
            let fresh = format!("{before}<!-- generated: {name} -->\n\n{part}<!-- end -->{after}");
            if bless && fresh != document.text {
                fs::write(&document.path, &fresh).expect("written");
            } else {
                assert_eq!(fresh, document.text, "{}", document.path.display());
            }
            parts += 1;
        }
    }
    assert_eq!(parts, 8);
}

/// The help of each command.
fn commands(language: Language) -> String {
    let mut text = String::new();
    for name in subcommands(&[], language) {
        text.push_str(&section(2, &[&name], language));
        for kind in if name == "new" { subcommands(&["new"], language) } else { Vec::new() } {
            text.push_str(&section(3, &[&name, &kind], language));
        }
    }
    text
}

fn section(level: usize, command: &[&str], language: Language) -> String {
    let (marks, name) = ("#".repeat(level), command.join(" "));
    format!("{marks} {name}\n\n```text\n{}\n```\n\n", help(command, language).trim_end())
}

fn help(command: &[&str], language: Language) -> String {
    let ran = Command::new(env!("CARGO_BIN_EXE_minhbach"))
        .args(command)
        .args(["--help", "--lang", language.code()])
        .output()
        .expect("the program runs");
    let help = String::from_utf8(ran.stdout).expect("text").replace("\r\n", "\n");
    help.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// The names under the heading of the commands.
fn subcommands(command: &[&str], language: Language) -> Vec<String> {
    let help = help(command, language);
    let headings = ["Lệnh:", "Commands:", "Loại:", "Kinds:"];
    help.lines()
        .skip_while(|line| !headings.contains(line))
        .skip(1)
        .take_while(|line| line.starts_with("  "))
        .filter(|line| !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next().map(str::to_owned))
        .collect()
}

/// Each code with its level, what it is about, and the message of its case in `tests/diagnostics`.
fn diagnostics(language: Language) -> String {
    let section = |code: &Code| {
        let level = match code.level() {
            Level::Error => Localized::new("Lỗi", "Error"),
            Level::Warning => Localized::new("Cảnh báo", "Warning"),
            Level::Note => Localized::new("Lưu ý", "Note"),
        };
        let (name, level) = (code.name(), level.get(language));
        let meaning = code.meaning();
        let path = format!("tests/diagnostics/{name}/{}.txt", language.code());
        let messages = read(&root().join(path));
        let marked = format!("[{name}]: ");
        let message = messages
            .split("\n\n")
            .find(|message| message.lines().next().is_some_and(|line| line.contains(&marked)))
            .expect("a case reports its code");
        format!(
            "## `{name}`\n\n{level}. {}\n\n```text\n{}\n```\n\n",
            meaning.get(language),
            message.trim_matches('\n')
        )
    };
    Code::ALL.iter().map(section).collect()
}

/// The columns of the data with what the theme says of them.
fn columns(language: Language) -> String {
    let theme = Theme::default();
    let words = theme.strings.get(language);
    let line = |column: &&str| {
        let meaning = words.get(&format!("column_{column}")).expect("each column is explained");
        format!("- `{column}`: {meaning}\n")
    };
    let lines: String = TARGET_COLUMNS.iter().map(line).collect();
    format!("{lines}\n")
}

fn theme(language: Language) -> String {
    let theme = Theme::default();
    let list = |names: Vec<&String>| -> String {
        names.iter().map(|name| format!("- `{name}`\n")).collect()
    };
    let [templates, files] = match language {
        Language::Vi => ["Mẫu trang có sẵn", "Tệp tĩnh có sẵn"],
        Language::En => ["Built-in templates", "Built-in static files"],
    };
    format!(
        "## {templates}\n\n{}\n## {files}\n\n{}\n",
        list(theme.templates.keys().collect()),
        list(theme.files.keys().collect())
    )
}
