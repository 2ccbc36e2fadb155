//! `minhbach serve`: builds the site and shows it on this machine.

use std::process::ExitCode;

use super::{build, fail, say};
use crate::language::{Language, Localized, cause};
use crate::{BuildOptions, Failure};

pub fn run(options: &BuildOptions, port: u16, language: Language) -> ExitCode {
    if let Err(code) = build::build(options, language) {
        return code;
    }
    let started = |address: std::net::SocketAddr| {
        say(&Localized::text(format!("xem tại http://{address}/ — dừng bằng Ctrl+C"), format!("see http://{address}/ — stop with Ctrl+C")), language);
    };
    match crate::serve::serve(&options.out, port, started) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let cause = cause::cause(&error);
            let message = Localized::text(
                format!("không mở được cổng {port}: {}; thử --port khác", cause.vi),
                format!("cannot listen on port {port}: {}; try another --port", cause.en),
            );
            fail(Failure::World(message), language)
        }
    }
}
