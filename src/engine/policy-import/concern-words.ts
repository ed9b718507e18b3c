/**
 * Words by which policies of many districts speak of a concern. They only propose: a person confirms each. A concern that is
 * not listed is proposed by its likeness to the clauses of the policies at hand alone.
 */
export const concernWords: Readonly<Record<string, RegExp>> = {
  'confidential-information':
    /confidential|privileged information|personnel (?:records?|information)|proprietary|non-?public information/i,
  'student-information':
    /student (?:information|records?|data|images?|work)|(?:images?|photos?|photographs?|pictures?|videos?|likeness|names?) of (?:any )?students?|personally identifiable|FERPA|information about (?:any )?students?|education(?:al)? records?/i,
  'promotes-violence': /violen(?:ce|t)(?! or self)|threat(?:s|en|ening)?\b|weapons?/i,
  'district-reference':
    /(?:district|school|job|position|official) title|references? to the (?:school|district)|(?:logo|mascot|name|seal|letterhead|insignia|trademark|branding)s?\b[^.;]{0,40}\b(?:school|district)|(?:school|district)[^.;]{0,30}\b(?:logo|mascot|name|seal|letterhead|insignia|branding)s?\b|disclaimer|signature lines?/i,
  'working-time':
    /(?:during|on) (?:the )?(?:working|work|school|instructional|duty|class|contract|paid|assigned)\s*(?:time|hours?|day)|while on duty|during (?:the )?(?:school|work(?:ing)?) ?(?:day|hours?)/i,
  'speaking-for-district':
    /(?:speak|speaking|comment|post)[^.;]{0,40}\b(?:on behalf of|for) the (?:district|board|school)|on behalf of the (?:district|board|school)|misrepresent|views? (?:as those )?of the (?:board|district|school)|official (?:position|spokes)/i,
  'reportable-concern-learned':
    /mandat(?:ed|ory) report|child abuse|abuse or neglect|self-harm|suicid|\breport\b[^.;]{0,80}\b(?:abuse|harm|danger|threat)/i,
  'student-connection':
    /["“]?friend(?:ing|s)?["”]?\b[^.;]{0,60}\bstudents?|\bstudents?\b[^.;]{0,60}\b(?:friend requests?|as (?:a )?["“]?friends?|followers?)|follow(?:ing)?["”]?[^.;]{0,30}\bstudents?|connect(?:ing|ions?)? with (?:current |any )?students?|(?:accept|initiate|send)[^.;]{0,40}\b(?:friend|follow|connection)\b/i,
  'unprofessional-with-student':
    /(?:communicat\w+|contact|interact\w*|relationships?|boundar\w+|fraterni[sz]\w*|conversation\w*)\b[^.;]{0,80}\bstudents?|students?\b[^.;]{0,50}\b(?:boundaries|fraterni[sz]ation|communications?)/i,
  'individual-text-to-student':
    /(?:text(?:ing|s| messag\w+)?|SMS|MMS|direct messag\w+|private(?:ly)? messag\w+|one-on-one|individuali[sz]ed)\b[^.;]{0,80}\bstudents?|students?\b[^.;]{0,60}\b(?:text messag\w+|direct messag\w+|privately|one-on-one)/i,
  'discrimination-harassment':
    /discriminat|harass|bully|hostile (?:work|educational) environment|slurs?|hate speech|racist|sexist|protected class/i,
  demeaning:
    /insult|demean|disparag|belittl|ridicul|degrad|derogatory|mock|disrespect|respect for|profan|obscen|vulgar|abusive/i,
  defamation: /defam|libel|slander|false statements?|untrue/i,
  'sexual-content': /sexual(?:ly)?|pornograph|nud(?:e|ity)|lewd|explicit (?:content|material|images?)/i,
  'detrimental-to-mission':
    /detriment|interfer\w+ with|disrupt\w*|(?:educational|instructional) (?:mission|process|program)[^.;]{0,40}\b(?:impair|undermin|disrupt)|undermin/i,
  'adverse-to-operation': /adverse|operation,? morale|efficiency|morale|ability to (?:perform|function)|effectiveness/i,
  'unprofessional-conduct':
    /unprofessional|professional(?:ism| standards| conduct| manner| responsibilit\w+)|unbecoming|moral turpitude|role models?|alcohol|drugs?\b|illegal (?:activit|conduct|substances?)/i,
  'goodwill-reputation':
    /reputation|good ?will|public (?:trust|confidence)|bring\w* (?:discredit|disrepute)|embarrass/i,
  'discusses-students-or-coworkers':
    /(?:discuss|talk|post|comment|write|speak)\w*\b[^.;]{0,40}\b(?:about|on|regarding|of)?\s*(?:students?|co-?workers?|colleagues?|parents?|families)/i,
  'identified-with-school':
    /identif\w+ (?:as|with|themselves)[^.;]{0,60}(?:school|district|employee)|represent(?:ing|atives? of) the (?:school|district)/i,
  'security-settings':
    /(?:privacy|security) settings?|passwords?|approved participants?|access to the (?:site|page|account)/i,
  'tool-disclosure':
    /syllab|(?:inform|notify|tell|advise)\w* (?:the |their )?(?:principal|supervisors?|administration)[^.;]{0,80}(?:social media|account|site|page|tool)|regist(?:er|ration) of (?:accounts?|sites?|pages?)/i,
  'tool-suitability':
    /\b(?:tools?|apps?|applications?|platforms?)\b[^.;]{0,60}\b(?:appropriate|approved|suitable)|(?:age-appropriate|approved) (?:tools?|apps?|platforms?)/i,
  'network-rules':
    /(?:rules|expectations|code of conduct|guidelines) for (?:all )?(?:network )?(?:participants|students|users|members)|moderat\w+ (?:comments|posts)/i,
  'parents-informed':
    /parents?(?: or guardians?|\/guardians?)?[^.;]{0,60}(?:inform|notif|consent|permission|told|copied|included)|(?:inform|notif|include|copy)\w*[^.;]{0,40}parents?/i,
  'classroom-extension':
    /extension of the classroom|classroom (?:standards|setting|behavior)|as in (?:the|a) classroom/i,
};
