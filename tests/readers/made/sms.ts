/** Text as an attribute of XML. */
export const attributeText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;');

export interface MadeSms {
  readonly address: string;
  readonly date: number;
  readonly type: number;
  readonly body: string;
}

export const smsXml = ({ address, date, type, body }: MadeSms): string =>
  `<sms protocol="0" address="${attributeText(address)}" date="${date}" type="${type}" subject="null" body="${attributeText(body)}" toa="null" sc_toa="null" service_center="null" read="1" status="-1" locked="0" date_sent="${date}" sub_id="1" readable_date="Mar 12, 2024 5:41:07 PM" contact_name="(Unknown)" />`;

export interface MadePart {
  readonly ct: string;
  readonly cl?: string;
  readonly text?: string;
  readonly data?: string;
}

export interface MadeMms {
  readonly address: string;
  readonly name?: string;
  readonly date: number;
  /** 1 received, 2 sent. */
  readonly box: 1 | 2;
  readonly from?: string;
  readonly parts: readonly MadePart[];
}

export function mmsXml({ address, name, date, box, from, parts }: MadeMms): string {
  const partXml = parts.map(
    ({ ct, cl, text, data }, index) =>
      `<part seq="${index}" ct="${ct}" name="${cl ?? 'null'}" chset="106" cd="null" fn="null" cid="&lt;${index}&gt;" cl="${cl ?? 'null'}" text="${text === undefined ? 'null' : attributeText(text)}"${data === undefined ? '' : ` data="${data}"`} />`,
  );
  const addresses = [
    `<addr address="${from ?? 'insert-address-token'}" type="137" charset="106" />`,
    ...address.split('~').map((each) => `<addr address="${each}" type="151" charset="106" />`),
  ];
  return `<mms date="${date}" rr="129" sub="null" ct_t="application/vnd.wap.multipart.related" msg_box="${box}" address="${address}" m_id="m${date}" readable_date="Mar 12, 2024 5:41:07 PM" contact_name="${attributeText(name ?? '(Unknown)')}"><parts>${partXml.join('')}</parts><addrs>${addresses.join('')}</addrs></mms>`;
}

export const smsesXml = (entries: readonly string[], count = entries.length): string =>
  `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<!--File Created By SMS Backup & Restore-->\n<?xml-stylesheet type="text/xsl" href="sms.xsl"?>\n<smses count="${count}" backup_set="a" backup_date="1710279700000" type="full">\n${entries.join('\n')}\n</smses>`;
