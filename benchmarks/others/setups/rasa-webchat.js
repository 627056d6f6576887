// As its readme shows it.
window.WebChat.default({ customData: { language: "en" }, socketUrl: location.origin, title: "Support" }, null);
