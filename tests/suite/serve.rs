//! `minhbach serve`: pages from memory, the author's edits as they come, and a server that nothing
//! brings down.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::command::{run, said};
use crate::sites::{Site, files};

const TARGETS: &str = "provinces/tinh-mau/plans/1-2025/targets.yaml";
const PLAN: &str = "/en/places/tinh-mau/plans/1-2025.html";

/// The program at work; stopped when it is dropped.
struct Server {
    process: Child,
    address: String,
    lines: Receiver<String>,
}

struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("text")
    }
}

impl Server {
    fn of(site: &Site, arguments: &[&str]) -> Server {
        let mut process = Command::new(env!("CARGO_BIN_EXE_minhbach"))
            .args(["serve", "--port", "0", "--content"])
            .arg(site.content())
            .args(arguments)
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let told = BufReader::new(process.stderr.take().expect("it is piped"));
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            told.lines().map_while(Result::ok).try_for_each(|line| sender.send(line))
        });
        let mut server = Server { process, address: String::new(), lines };
        let line = server.hears("http://");
        server.address = line
            .split("http://")
            .nth(1)
            .and_then(|rest| rest.split('/').next())
            .expect("an address")
            .to_owned();
        server
    }

    /// The next line on the terminal with these words. The limit is for a program that never says
    /// them.
    fn hears(&self, words: &str) -> String {
        loop {
            let line = self
                .lines
                .recv_timeout(Duration::from_secs(120))
                .unwrap_or_else(|_| panic!("`{words}` is never said"));
            if line.contains(words) {
                return line;
            }
        }
    }

    fn asked(&self, method: &str, path: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            self.address
        )
        .expect("sent");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer");
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").expect("a head");
        let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
        let status =
            head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        Answer { status, head, body: bytes[end + 4..].to_vec() }
    }

    fn get(&self, path: &str) -> Answer {
        self.asked("GET", path)
    }

    /// A page that must be there.
    fn page(&self, path: &str) -> String {
        let answer = self.get(path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        answer.text().to_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// An address writes every byte that is no plain letter as `%` and two digits.
fn encoded(path: &str) -> String {
    path.bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}

#[test]
fn every_file_is_that_of_the_build_and_nothing_is_written() {
    let site = Site::with(
        "-- static/tệp của tôi.txt --\nxin chào\n-- static/robots.txt --\nUser-agent: *\n",
    );
    site.replace(
        "portal.yaml",
        "as_of: 2026-11-22",
        "as_of: 2026-11-22\npng: true\nsite_url: https://example.vn/minh-bach",
    );
    let server = Server::of(&site, &[]);
    server.page("/minh-bach/vi/index.html");
    let beside = |site: &Site| {
        fs::read_dir(site.out().parent().expect("a folder")).expect("a folder").count()
    };
    assert_eq!(beside(&site), 1, "the content, and nothing beside it");
    minhbach::build(&site.options(), &|_, _| {})
        .unwrap_or_else(|failure| panic!("the site is not built: {failure:?}"));
    let built: Vec<_> =
        files(&site.out()).into_iter().filter(|(path, _)| path != ".minhbach").collect();
    for ending in [
        ".html",
        ".svg",
        ".card.png",
        ".csv",
        ".xml",
        "search/vi/head.js",
        ".css",
        "tệp của tôi.txt",
    ] {
        assert!(built.iter().any(|(path, _)| path.ends_with(ending)), "{ending}");
    }
    for (path, bytes) in &built {
        let answer = server.get(&format!("/minh-bach/{}", encoded(path)));
        assert!(answer.status == 200 && answer.body == *bytes, "{path}: {}", answer.head);
        assert!(answer.head.contains("cache-control: no-store"), "{path}: {}", answer.head);
        assert!(!answer.head.contains("octet-stream"), "{path}: {}", answer.head);
    }
}

#[test]
fn the_site_stands_under_its_path_and_in_the_root_and_what_is_not_there_gets_its_page() {
    let site = Site::with("");
    site.replace(
        "portal.yaml",
        "as_of: 2026-11-22",
        "as_of: 2026-11-22\nsite_url: https://example.vn/minh-bach",
    );
    let server = Server::of(&site, &["--lang", "en"]);
    let home = server.page("/minh-bach/vi/index.html");
    for path in ["/minh-bach/vi/", "/vi/", "/vi/index.html?q=x"] {
        assert_eq!(server.page(path), home, "{path}");
    }
    assert_eq!(server.page("/"), server.page("/minh-bach/"));
    for (path, to) in
        [("/minh-bach", "/minh-bach/"), ("/minh-bach/vi", "/minh-bach/vi/"), ("/en", "/en/")]
    {
        let answer = server.get(path);
        assert!(
            answer.status == 307 && answer.head.contains(&format!("location: {to}\r\n")),
            "{}",
            answer.head
        );
    }
    let missing = server.page("/minh-bach/404.html");
    for path in [
        "/minh-bach/vi/no.html",
        "/no/",
        "/vi/no.svg",
        "/vi/index.no.svg",
        "/search/vi/no.js",
        "/..%2f..%2fetc/passwd",
        "/../portal.yaml",
        "//example.vn",
        "/%00%ff",
    ] {
        let answer = server.get(path);
        assert_eq!((answer.status, answer.text()), (404, missing.as_str()), "{path}");
    }
    let head = server.asked("HEAD", "/vi/");
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(server.asked("POST", "/vi/").status, 405);
}

#[test]
fn an_edit_shows_at_once() {
    let site = Site::with("");
    let server = Server::of(&site, &["--lang", "en"]);
    let before = server.page("/en/about.html");
    assert!(!before.contains("Written just now."));
    let page = site.content().join("pages/about.en.md");
    fs::write(&page, fs::read_to_string(&page).expect("a page") + "\nWritten just now.\n")
        .expect("written");
    assert!(server.page("/en/about.html").contains("Written just now."));
    server.hears("the content is read: 2 plans, 7/7 statements proven");

    assert_eq!(server.get("/en/more.html").status, 404);
    fs::write(site.content().join("pages/more.vi.md"), "# Thêm\n\nMột trang mới.\n")
        .expect("written");
    fs::write(site.content().join("pages/more.en.md"), "# More\n\nA new page.\n").expect("written");
    assert!(server.page("/en/more.html").contains("A new page."));

    let of_commune = "/en/places/tinh-mau/xa-mau/plans/2-2025.html";
    server.page(of_commune);
    assert!(server.page("/en/plans.html").contains("xa-mau/plans/2-2025"));
    fs::remove_dir_all(site.content().join("provinces/tinh-mau/communes/xa-mau/plans/2-2025"))
        .expect("removed");
    assert_eq!(server.get(of_commune).status, 404);
    assert!(!server.page("/en/plans.html").contains("xa-mau/plans/2-2025"));
}

#[test]
fn mistakes_stand_in_the_place_of_every_page_until_they_are_mended() {
    let site = Site::with("");
    let server = Server::of(&site, &["--lang", "en"]);
    let before = server.page(PLAN);
    let right = fs::read_to_string(site.content().join(TARGETS)).expect("the targets");
    site.replace(TARGETS, "goal: 48.5", "goal: 48.6");
    for path in [PLAN, "/vi/", "/data/targets.csv", "/no.html"] {
        let answer = server.get(path);
        assert_eq!(answer.status, 500, "{path}");
        let page = answer.text();
        assert!(page.starts_with("<!doctype html>\n<html lang=\"en\">"), "{page}");
        let (line, place) = right
            .lines()
            .enumerate()
            .find_map(|(line, text)| Some((text, (line + 1, text.find("48.5")? + 1))))
            .expect("the goal");
        assert!(
            page.contains("error[goal-differs]: ")
                && page.contains("<h1>The pages cannot be made: "),
            "{page}"
        );
        assert!(
            page.contains(&format!(
                "--&gt; {}/{TARGETS}:{}:{}",
                site.content().display(),
                place.0,
                place.1
            )),
            "{page}"
        );
        assert!(
            page.contains(line.replace("48.5", "48.6").trim()) && page.contains("= help: "),
            "{page}"
        );
        assert!(!page.contains("<script"), "{page}");
    }
    server.hears("error[goal-differs]");
    server.hears("Every page shows these messages until the errors are mended.");

    // An editor is in the middle of writing; what it has written so far ends anywhere.
    for end in [0, 1, right.len() / 2, right.find("48.5").expect("the goal") + 2] {
        fs::write(site.content().join(TARGETS), &right[..right.floor_char_boundary(end)])
            .expect("written");
        assert!([200, 500].contains(&server.get(PLAN).status), "{end}");
    }
    fs::write(site.content().join(TARGETS), [0xff, 0xfe, b'<']).expect("written");
    assert_eq!(server.get(PLAN).status, 500);
    fs::write(site.content().join(TARGETS), &right).expect("written");
    assert_eq!(server.page(PLAN), before);
}

#[test]
fn markup_in_a_mistake_is_shown_as_text_and_in_the_language_of_the_author() {
    let site = Site::with("");
    site.replace("portal.yaml", "as_of: 2026-11-22", "as_of: <img src=x>");
    // It starts all the same: the author is about to mend it.
    let server = Server::of(&site, &["--lang", "vi"]);
    let answer = server.get("/vi/");
    assert_eq!(answer.status, 500);
    assert!(
        answer.text().contains("<html lang=\"vi\">")
            && answer.text().contains("<h1>Chưa dựng được trang: 1 lỗi</h1>"),
        "{}",
        answer.text()
    );
    assert!(
        answer.text().contains("as_of: &lt;img src=x&gt;") && !answer.text().contains("<img"),
        "{}",
        answer.text()
    );
    site.replace("portal.yaml", "as_of: <img src=x>", "as_of: 2026-11-22");
    server.page("/vi/");
}

#[test]
fn a_folder_that_is_away_comes_back() {
    let site = Site::with("");
    let server = Server::of(&site, &["--lang", "en"]);
    let away = site.content().with_file_name("away");
    fs::rename(site.content(), &away).expect("moved");
    let answer = server.get("/vi/");
    assert!(
        answer.status == 500 && answer.text().contains("there is no such file or folder"),
        "{}",
        answer.text()
    );
    fs::rename(&away, site.content()).expect("moved");
    server.page("/vi/");
}

#[test]
fn the_theme_is_read_again_too() {
    let site = Site::with("");
    let theme = tempfile::tempdir().expect("a folder");
    fs::create_dir(theme.path().join("templates")).expect("made");
    let template = theme.path().join("templates/glossary.html");
    fs::write(&template, "<p>one {{ t.glossary }}</p>").expect("written");
    let server =
        Server::of(&site, &["--lang", "en", "--theme", theme.path().to_str().expect("text")]);
    assert!(server.page("/en/glossary.html").contains("<p>one "));
    fs::write(&template, "<p>two {{ t.glossary }}</p>").expect("written");
    assert!(server.page("/en/glossary.html").contains("<p>two "));
    for (wrong, told) in [
        ("<p>{{ t.no_such_word }}</p>", "no_such_word"),
        ("<p>{% if %}", "glossary.html"),
        ("<p>{{ view.no.such.field }}</p>", "glossary.html"),
    ] {
        fs::write(&template, wrong).expect("written");
        let answer = server.get("/en/glossary.html");
        assert!(answer.status == 500 && answer.text().contains(told), "{wrong}: {}", answer.text());
        server.hears(told);
    }
    fs::write(&template, "<p>three {{ t.glossary }}</p>").expect("written");
    assert!(server.page("/en/glossary.html").contains("<p>three "));
}

#[test]
fn without_content_or_a_free_port_it_does_not_start() {
    let site = Site::with("");
    let server = Server::of(&site, &[]);
    let port = server.address.rsplit(':').next().expect("a port");
    let taken = run(&site, &["serve", "--lang", "en", "--port", port]);
    assert_eq!(taken.status.code(), Some(2));
    assert!(
        said(&taken).contains(&format!(
            "cannot listen on port {port}: another program is using it; try another --port"
        )),
        "{}",
        said(&taken)
    );
    fs::remove_dir_all(site.content()).expect("removed");
    let missing = run(&site, &["serve", "--lang", "en", "--port", "0"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(said(&missing).starts_with("cannot read `"), "{}", said(&missing));
}

#[cfg(unix)]
#[test]
fn it_stops_cleanly_when_asked_to() {
    let site = Site::with("");
    let mut server = Server::of(&site, &[]);
    // A browser keeps its connections open.
    let _open = TcpStream::connect(&server.address).expect("it listens");
    let sent = Command::new("kill")
        .args(["-INT", &server.process.id().to_string()])
        .status()
        .expect("there is a `kill`");
    assert!(sent.success());
    assert_eq!(server.process.wait().expect("it ends").code(), Some(0));
}
