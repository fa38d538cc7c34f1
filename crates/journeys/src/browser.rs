//! A browser driven over WebDriver (W3C, 2018): the few commands that the journeys need.
//!
//! The protocol is JSON over HTTP and the journeys are one after the other, so a plain HTTP client serves; the libraries for it
//! are asynchronous and do not carry Chromium's own commands (dark theme, throttling).

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// What went wrong in a journey, in words.
pub type Outcome<T = ()> = Result<T, String>;

/// A session of a browser with a profile of its own; closed when dropped.
pub struct Browser {
    engine: Engine,
    session: String,
    driver: Child,
    /// The screen of a browser that cannot do without one.
    screen: Option<Child>,
    agent: ureq::Agent,
}

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, with the commands of its own protocol beside those that all have.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKit, by the small browser that comes with it.
    WebKit,
}

impl Engine {
    /// The engine of that name.
    pub fn named(name: &str) -> Option<Self> {
        [Engine::Chromium, Engine::Firefox, Engine::WebKit].into_iter().find(|engine| engine.name() == name)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// Its driver, made to listen on a port of 127.0.0.1.
    fn driver(self, port: u16) -> Command {
        let (name, arguments) = match self {
            Engine::Chromium => {
                ("chromedriver", vec![format!("--port={port}"), "--allowed-ips=127.0.0.1".into()])
            }
            Engine::Firefox => ("geckodriver", vec!["--host=127.0.0.1".into(), format!("--port={port}")]),
            Engine::WebKit => ("WebKitWebDriver", vec!["--host=127.0.0.1".into(), format!("--port={port}")]),
        };
        let mut command = Command::new(name);
        command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// What is asked of the browser: no window, no first-run pages, no talk with its maker.
    fn capabilities(self) -> Outcome<Value> {
        let program = |names: &[&str]| found(names).ok_or_else(|| format!("{} is not installed", names[0]));
        Ok(match self {
            Engine::Chromium => {
                let arguments = [
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--lang=en-US",
                ];
                let binary = program(&["chromium", "chromium-browser", "google-chrome"])?;
                json!({ "goog:chromeOptions": { "args": arguments, "binary": binary }, "goog:loggingPrefs": { "browser": "ALL" } })
            }
            Engine::Firefox => {
                let binary = program(&["firefox-esr", "firefox"])?;
                let quiet = json!({ "intl.accept_languages": "en-US", "app.update.enabled": false, "datareporting.policy.dataSubmissionEnabled": false });
                json!({ "moz:firefoxOptions": { "args": ["-headless"], "binary": binary, "prefs": quiet } })
            }
            Engine::WebKit => {
                json!({ "webkitgtk:browserOptions": { "binary": mini_browser()?, "args": ["--automation"] } })
            }
        })
    }
}

/// WebKit's small browser, which Debian keeps off the PATH.
fn mini_browser() -> Outcome<String> {
    let libraries = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/libexec"];
    let versions = ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"];
    libraries
        .iter()
        .flat_map(|library| versions.map(|version| format!("{library}/{version}/MiniBrowser")))
        .find(|file| std::path::Path::new(file).is_file())
        .ok_or_else(|| "MiniBrowser is not installed".to_owned())
}

/// A screen in memory, and the name that programs find it by.
fn screen() -> Outcome<(Child, String)> {
    let mut screen = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("Xvfb: {error}"))?;
    // Its first line is its number, written once it is there.
    let mut line = String::new();
    if let Some(out) = screen.stdout.take() {
        BufReader::new(out).read_line(&mut line).map_err(|error| error.to_string())?;
    }
    Ok((screen, format!(":{}", line.trim())))
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(240)))
        .build()
        .into()
}

fn found(names: &[&str]) -> Option<String> {
    let paths = std::env::var_os("PATH")?;
    let here =
        |name: &&str| std::env::split_paths(&paths).map(|path| path.join(name)).find(|file| file.is_file());
    names.iter().find_map(here).map(|file| file.display().to_string())
}

/// A port that is free now.
pub fn free_port() -> Outcome<u16> {
    let socket = std::net::TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
    socket.local_addr().map(|address| address.port()).map_err(|error| error.to_string())
}

impl Browser {
    /// Starts a browser with an empty profile.
    pub fn start(engine: Engine) -> Outcome<Self> {
        let port = free_port()?;
        let mut driver = engine.driver(port);
        let screen = if engine == Engine::WebKit {
            let (screen, display) = screen()?;
            driver.env("DISPLAY", display).env("GDK_BACKEND", "x11");
            Some(screen)
        } else {
            None
        };
        let driver = driver.spawn().map_err(|error| format!("the driver of {}: {error}", engine.name()))?;
        let session = format!("http://127.0.0.1:{port}");
        let mut browser = Browser { engine, session, driver, screen, agent: agent() };
        browser.wait("the driver", |browser| Ok(browser.get("/status").is_ok()))?;
        let wanted = json!({ "capabilities": { "alwaysMatch": engine.capabilities()? } });
        let session = browser.post("/session", &wanted)?;
        let id = session["sessionId"].as_str().ok_or("the driver gave no session")?;
        browser.session = format!("{}/session/{id}", browser.session);
        browser.post("/timeouts", &json!({ "script": 200_000 }))?;
        Ok(browser)
    }

    fn answer(response: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Outcome<Value> {
        let mut response = response.map_err(|error| error.to_string())?;
        let mut body: Value = response.body_mut().read_json().map_err(|error| error.to_string())?;
        let value = body["value"].take();
        match value["error"].as_str() {
            Some(error) => Err(format!("{error}: {}", value["message"].as_str().unwrap_or_default())),
            None => Ok(value),
        }
    }

    /// Whether there is still a page: its process may have ended.
    pub fn is_alive(&self) -> bool {
        self.get("/title").is_ok()
    }

    fn get(&self, path: &str) -> Outcome<Value> {
        Self::answer(self.agent.get(format!("{}{path}", self.session)).call())
    }

    fn post(&self, path: &str, body: &Value) -> Outcome<Value> {
        Self::answer(self.agent.post(format!("{}{path}", self.session)).send_json(body))
    }

    /// Waits until a condition holds, half a minute at most: the machine may be busy.
    pub fn wait(&self, what: &str, mut holds: impl FnMut(&Self) -> Outcome<bool>) -> Outcome {
        let end = Instant::now() + Duration::from_secs(30);
        while Instant::now() < end {
            if holds(self)? {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(format!("waited in vain for {what}"))
    }

    /// Opens an address.
    pub fn open(&self, address: &str) -> Outcome {
        self.post("/url", &json!({ "url": address })).map(drop)
    }

    /// Opens another tab of the same profile and goes to it; returns the one left and the new one.
    pub fn another_tab(&self) -> Outcome<[String; 2]> {
        let left = self.get("/window")?;
        let new = self.post("/window/new", &json!({ "type": "tab" }))?["handle"].take();
        let tabs = [left, new].map(|tab| tab.as_str().unwrap_or_default().to_owned());
        self.tab(&tabs[1])?;
        Ok(tabs)
    }

    /// Goes to a tab.
    pub fn tab(&self, tab: &str) -> Outcome {
        self.post("/window", &json!({ "handle": tab })).map(drop)
    }

    /// Closes the tab that it is at; another must be gone to then.
    pub fn close_tab(&self) -> Outcome {
        Self::answer(self.agent.delete(format!("{}/window", self.session)).call()).map(drop)
    }

    /// Runs a script in the page and returns what it returns.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Outcome<Value> {
        self.post("/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// Runs a script that calls back.
    pub fn run_async(&self, script: &str, args: &[Value]) -> Outcome<Value> {
        self.post("/execute/async", &json!({ "script": script, "args": args }))
    }

    /// The first element of a selector, once it is there.
    fn element(&self, selector: &str) -> Outcome<String> {
        let mut id = None;
        self.wait(selector, |browser| {
            let found = browser.post("/element", &json!({ "using": "css selector", "value": selector })).ok();
            let first = found.as_ref().and_then(Value::as_object).and_then(|found| found.values().next());
            id = first.and_then(Value::as_str).map(str::to_owned);
            Ok(id.is_some())
        })?;
        id.ok_or_else(|| format!("{selector}: not found"))
    }

    /// Clicks the first element of a selector.
    pub fn click(&self, selector: &str) -> Outcome {
        let id = self.element(selector)?;
        self.post(&format!("/element/{id}/click"), &json!({})).map(drop)
    }

    /// Types into the control of a path in the document, over what is there.
    pub fn type_into(&self, path: &str, text: &str) -> Outcome {
        let control = format!("[name=\"{path}\"]");
        let id = self.element(&control)?;
        let chosen = [json!(control)];
        self.run("const one = document.querySelector(arguments[0]); one.focus(); one.select()", &chosen)?;
        self.post(&format!("/element/{id}/value"), &json!({ "text": text }))?;
        // WebKit's driver answers before the last key has arrived.
        self.wait("what was typed", |browser| {
            Ok(browser.run("return document.querySelector(arguments[0])?.value ?? null", &chosen)? == text)
        })
    }

    /// Gives a file to a file control.
    pub fn choose_file(&self, path: &str, file: &str) -> Outcome {
        let id = self.element(&format!("[name=\"{path}\"]"))?;
        self.post(&format!("/element/{id}/value"), &json!({ "text": file })).map(drop)
    }

    /// Presses keys on whatever has the focus; see the W3C table for special ones.
    pub fn press(&self, keys: &[char]) -> Outcome {
        let down_up = keys.iter().map(|key| json!({ "type": "keyDown", "value": key.to_string() }));
        let up = keys.iter().rev().map(|key| json!({ "type": "keyUp", "value": key.to_string() }));
        let actions: Vec<Value> = down_up.chain(up).collect();
        self.post(
            "/actions",
            &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] }),
        )
        .map(drop)
    }

    /// Drags the first element of a selector by so many pixels, in steps.
    pub fn drag(&self, selector: &str, right: i32, down: i32) -> Outcome {
        let id = self.element(selector)?;
        self.run(
            "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })",
            &[json!(selector)],
        )?;
        let origin = json!({ "element-6066-11e4-a52e-4f735466cecf": id });
        let mut actions = vec![
            json!({ "type": "pointerMove", "origin": origin, "x": 0, "y": 0 }),
            json!({ "type": "pointerDown", "button": 0 }),
        ];
        let step = |at: i32| json!({ "type": "pointerMove", "origin": "pointer", "x": right * at / 8 - right * (at - 1) / 8, "y": down * at / 8 - down * (at - 1) / 8, "duration": 20 });
        actions.extend((1..=8).map(step));
        actions.push(json!({ "type": "pointerUp", "button": 0 }));
        let pointer = json!({ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": actions });
        self.post("/actions", &json!({ "actions": [pointer] })).map(drop)
    }

    /// A picture of an element, as base64 of a PNG file.
    pub fn picture_of(&self, selector: &str) -> Outcome<String> {
        let id = self.element(selector)?;
        let picture = self.get(&format!("/element/{id}/screenshot"))?;
        picture.as_str().map(str::to_owned).ok_or_else(|| "no picture".to_owned())
    }

    /// Text that a selector shows.
    pub fn text(&self, selector: &str) -> Outcome<String> {
        let text =
            self.run("return document.querySelector(arguments[0])?.textContent ?? null", &[json!(selector)])?;
        text.as_str().map(str::to_owned).ok_or_else(|| format!("{selector}: not found"))
    }

    /// A command of Chromium's own protocol.
    pub fn chromium(&self, command: &str, parameters: &Value) -> Outcome<Value> {
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }

    /// Sets the size of the page in CSS pixels.
    pub fn size(&self, width: u32, height: u32) -> Outcome {
        if self.engine != Engine::Chromium {
            // The window, which is somewhat larger than the page.
            return self.post("/window/rect", &json!({ "width": width, "height": height })).map(drop);
        }
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.chromium("Emulation.setDeviceMetricsOverride", &metrics).map(drop)
    }

    /// Sets the theme that the page is told the visitor prefers.
    pub fn theme(&self, theme: &str) -> Outcome {
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": theme }] });
        self.chromium("Emulation.setEmulatedMedia", &media).map(drop)
    }

    /// Shows the page as on screen or as in print.
    pub fn medium(&self, medium: &str) -> Outcome {
        self.chromium("Emulation.setEmulatedMedia", &json!({ "media": medium })).map(drop)
    }

    /// Errors in the console since the last call; only Chromium tells them.
    pub fn console_errors(&self) -> Outcome<Vec<String>> {
        if self.engine != Engine::Chromium {
            return Ok(Vec::new());
        }
        let log = self.post("/se/log", &json!({ "type": "browser" }))?;
        let entries = log.as_array().map(Vec::as_slice).unwrap_or_default();
        let bad =
            entries.iter().filter(|entry| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING")));
        Ok(bad.filter_map(|entry| entry["message"].as_str().map(str::to_owned)).collect())
    }

    /// A picture of what is on screen, as base64 of a PNG file.
    pub fn picture(&self) -> Outcome<String> {
        let picture = self.get("/screenshot")?;
        picture.as_str().map(str::to_owned).ok_or_else(|| "no picture".to_owned())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The browser ends with its session; driver and screen are ours to end.
        let _ = self.agent.delete(&self.session).call();
        for process in std::iter::once(&mut self.driver).chain(&mut self.screen) {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}
