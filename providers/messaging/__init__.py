"""Text messages (SMS): sent, and what people write back. There is no WhatsApp and no e-mail."""
