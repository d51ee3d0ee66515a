/* microlora 0.1.0, MIT OR Apache-2.0 */
import{LoraError}from"./microlora.scalar.js"
function t(t,e,n){throw new LoraError(t,e,n)}var e=(e,n)=>t("LORA_E_FILE",e,n),n=t=>t.length>80?`${t.slice(0,79)}…`:t
function o(t,e){let n=Array.from({length:e.length+1},(t,e)=>e)
for(let o=1;o<=t.length;o++){const r=[o]
for(let a=1;a<=e.length;a++){const s=n[a-1]+Number(t[o-1]!==e[a-1])
r.push(Math.min(s,n[a]+1,r[a-1]+1))}n=r}return n[e.length]}function r(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let a="",s=Math.floor(r.length/3)+1
for(const t of e){const e=o(r,t.toLowerCase())
e<s&&([a,s]=[t,e])}return a&&` (did you mean ${n(a)}?)`}var a=t=>{return"string"==typeof t?(e=t,n(JSON.stringify(e))):n(Object(t)===t?(t=>Object.prototype.toString.call(t).slice(8,-1))(t):String(t))
var e},s=(e,n,o,r="LORA_E_TYPE")=>t(r,`${e} must be ${n}, got ${a(o)}`)
function i(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function c(e,o,a){i(o)||s(`${e}: the argument`,"an object of options",o)
const c={...a}
for(const[s,i]of Object.entries(o)){Object.hasOwn(a,s)||t("LORA_E_OPTION",`${e} has no option ${n(s)}${r(s,Object.keys(a))}; it has `+Object.keys(a).join(", "))
void 0!==i&&(c[s]=i)}return c}var f={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},l=/* @__PURE__ */Symbol.for("microlora 0.1.0")
function u(t){let e
const n=t?.[l]
"function"==typeof n&&n(t=>e=t)
return e}var h=["A","B","momentA","momentB","squaresA","squaresB","waitingA","waitingB"],d=h.indexOf("waitingA"),p="numbers",m="forward",b=["learningRate","weightDecay","clipNorm","ratio","beta1","beta2","epsilon","maxDeltaNorm","decayToBase","explore"],g=[["input","inputs","in"],["output","outputs","out"],["gradient","gradients","out"]]
function y(t){if(!("scopes"in t))return[""]
const e=Object.values(t.categories).filter(t=>t.length>0)
return[...t.scopes.map(t=>`scopes.${t}.`),...e.map((t,e)=>`categories.${e}.`)]}var _=(t,e)=>[t.rank,e%2==0?t.in:t.out]
function $(t,e){t.p()
const{buffer:n,byteOffset:o}=t.g
return new Float64Array(n,o,e)}function O(t,e,n){const o=8===n.BYTES_PER_ELEMENT?"F64":4===n.BYTES_PER_ELEMENT?"F32":2===n.BYTES_PER_ELEMENT?"F16":"U8",{buffer:r,byteOffset:a,byteLength:s}=n
return{name:t,dtype:o,shape:e,bytes:new Uint8Array(r,a,s)}}var A=({bytes:t})=>t.slice().buffer,w=t=>new Float32Array(A(t)),E=t=>new Float64Array(A(t)),j={F32:w,F16:t=>Float32Array.from(new Uint16Array(A(t)),L),BF16:t=>new Float32Array(Uint32Array.from(new Uint16Array(A(t)),t=>t<<16).buffer)}
function v(t){const n=Object.hasOwn(j,t.dtype)?j[t.dtype]:void 0
void 0===n&&e(`tensor ${t.name} is ${t.dtype}; F32, F16 and BF16 are read`)
const o=n(t),r=o.findIndex(t=>!Number.isFinite(t))
r>=0&&e(`tensor ${t.name}: number ${r} is ${o[r]}`)
return o}function L(t){const e=32768&t?-1:1,n=t>>10&31,o=1023&t
return 31===n?0===o?e*(1/0):NaN:0===n?e*o*2**-24:e*(1+o*2**-10)*2**(n-15)}function R(t,n){let o
try{o=JSON.parse(n)}catch(n){e(`${t} is not JSON: ${n.message}`,n)}!function(t,n){const o=[]
for(const[r,a]of n.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}]/g))if("{"===r)o.push(/* @__PURE__ */new Set)
else if("}"===r)o.pop()
else if(void 0!==a){const n=JSON.parse(r.slice(0,r.length-a.length)),s=o[o.length-1]
s.has(n)&&e(`${t} has the key ${JSON.stringify(n)} twice`)
s.add(n)}}(t,n)
return o}var k=t=>Object(t)===t&&!Array.isArray(t),N="__metadata__",F=["dtype","shape","data_offsets"],S=new Map(Object.entries({BOOL:1,U8:1,I8:1,F8_E5M2:1,F8_E4M3:1,F8_E8M0:1,I16:2,U16:2,F16:2,BF16:2,I32:4,U32:4,F32:4,C64:8,F64:8,I64:8,U64:8})),M=t=>S.get(t)??0
function T(t,e){const n=(t,e)=>t<e?-1:1,o=[...t].sort((t,e)=>M(e.dtype)-M(t.dtype)||n(t.name,e.name))
let r=0
const a=o.map(({name:t,dtype:e,shape:n,bytes:o})=>[t,{dtype:e,shape:n,data_offsets:[r,r+=o.length]}]),s=Object.fromEntries([...e].sort(([t],[e])=>n(t,e))),i={[N]:s,...Object.fromEntries(a)},c=(new TextEncoder).encode(JSON.stringify(i)),f=8*Math.ceil(c.length/8),l=new Uint8Array(8+f+r).fill(32,8,8+f)
new DataView(l.buffer).setUint32(0,f,!0)
l.set(c,8)
let u=8+f
for(const{bytes:t}of o){l.set(t,u)
u+=t.length}return l}function P(t,e){if(ArrayBuffer.isView(e))return new Uint8Array(e.buffer,e.byteOffset,e.byteLength)
"[object ArrayBuffer]"!==Object.prototype.toString.call(e)&&s(t,"a Uint8Array or an ArrayBuffer",e)
return new Uint8Array(e)}function x(t){t.length<8&&e(`a safetensors file has at least 8 bytes, this one has ${t.length}`)
const n=new DataView(t.buffer,t.byteOffset,8),o=n.getUint32(0,!0)+2**32*n.getUint32(4,!0)
o>1e8&&e(`not a safetensors file: its header would have ${o} bytes, above 100000000`)
const r=8+o
r>t.length&&e(`the file is cut: its header ends at byte ${r}, and there are ${t.length}`)
const a=function(t){let n
try{n=new TextDecoder("utf-8",{fatal:!0,ignoreBOM:!0}).decode(t)}catch(t){e("the header is not UTF-8",t)}n.startsWith("{")||e("the header does not begin with {")
return R("the header",n)}(t.subarray(8,r)),s=function(t){if(!Object.hasOwn(t,N))/* @__PURE__ */return new Map
const n=t[N]
k(n)||e(`${N} is not an object`)
const o=Object.entries(n)
for(const[t,n]of o)"string"!=typeof n&&e(`${N}: ${JSON.stringify(t)} is not a string`)
return new Map(o)}(a),i=Object.entries(a).filter(([t])=>t!==N).map(([n,o])=>{const{dtype:a,shape:s,begin:i,end:c}=function(t,n,o){const r=`tensor ${JSON.stringify(t)}`
k(n)||e(`${r} is not an object`)
for(const t of F)Object.hasOwn(n,t)||e(`${r} has no ${t}`)
const{dtype:a,shape:s,data_offsets:i}=n
S.has(a)||e(`${r} has an unknown dtype, ${JSON.stringify(a)}`)
Array.isArray(s)&&s.every(B)||e(`${r}: its shape is no shape`)
Array.isArray(i)&&2===i.length&&i.every(B)||e(`${r}: its data_offsets are not two positions`)
let c=M(a)
for(const t of s){c*=t
Number.isSafeInteger(c)||e(`${r}: its shape overflows`)}const[f,l]=i
l>o&&e(`${r} ends at byte ${l} of the data, which has ${o}`)
l-f!==c&&e(`${r} takes ${c} bytes by its shape, and ${l-f} by its data_offsets`)
return{dtype:a,shape:s,begin:f,end:l}}(n,o,t.length-r)
return[i,c,{name:n,dtype:a,shape:s,bytes:t.subarray(r+i,r+c)}]})
i.sort(([t,e],[n,o])=>t-n||e-o)
let c=0
for(const[t,n,{name:o}]of i){t!==c&&e(`tensor ${JSON.stringify(o)} begins at byte ${t} of the data, not at ${c}`)
c=n}r+c!==t.length&&e(`the tensors end at byte ${r+c}, the file at ${t.length}`)
return{metadata:s,tensors:new Map(i.map(([,,t])=>[t.name,t]))}}var I,B=t=>Number.isSafeInteger(t)&&t>=0,U="microlora.",J="format",D=`${U}checksum`,Y="00000000",C=["MicroLoRA","ScopedLoRA","TrajectoryBuffer"]
function q(t){const e=(new TextEncoder).encode(`"${D}":"`)
for(let n=t.indexOf(e[0]);n>=0;n=t.indexOf(e[0],n+1))if(e.every((e,o)=>t[n+o]===e))return n+e.length
return-1}var W=(t,e)=>function(t){I??=Int32Array.from({length:256},(t,e)=>{let n=e
for(let t=0;t<8;t++)n=n>>>1^(1&n?3988292384:0)
return n})
let e=-1
for(const n of t)for(let t=0;t<n.length;t++)e=I[255&(e^n[t])]^e>>>8
return(~e>>>0).toString(16).padStart(8,"0")}([t.subarray(0,e),(new TextEncoder).encode(Y),t.subarray(e+8)])
function z(t,e,n,o){const r=Object.entries({version:String(1),kind:t,...e,checksum:Y}),a=T(o,[[J,"pt"],...r.map(([t,e])=>[U+t,e]),...n]),s=q(a)
a.set((new TextEncoder).encode(W(a,s)),s)
return a}function G(t){const{metadata:n,tensors:o}=x(t),r=n.get(`${U}version`),a=t=>n.get(U+t)??e(`the metadata has no ${U}${t}`),s=[...n].filter(([t])=>!H(t))
if(void 0===r)return{kind:void 0,strings:s,tensors:o,part:a}
r!==String(1)&&e(`written by another version of microlora, in format ${r}; this one reads 1`)
const i=a("checksum"),c=q(t),f=c<0?void 0:W(t,c)
i!==f&&e(`the file is damaged: its checksum is ${f??"not found"}, it says ${i}`)
const l=C.find(t=>t===a("kind"))
void 0===l&&e(`there is no kind ${a("kind")} of object`)
return{kind:l,strings:s,tensors:o,part:a}}var H=t=>t===J||t.startsWith(U)
function V(e,n){return Object.entries(n).map(([n,o])=>{"string"!=typeof o&&t("LORA_E_TYPE",`${e}: ${n} must be a string, got ${typeof o}`)
H(n)&&t("LORA_E_OPTION",`${e}: ${n} is a name of the file's own; choose another`)
Q(e,n)
Q(e,o)
return[n,o]})}function Q(e,n){/\p{Surrogate}/u.test(n)&&t("LORA_E_OPTION",`${e}: ${JSON.stringify(n)} is not well-formed text`)}var K="adapter_config.json",X="adapter_model.safetensors",Z="base_model.model.",tt=[".lora_A.weight",".lora_B.weight"],et={r:8,lora_alpha:8,use_rslora:!1,use_dora:!1,rank_pattern:{},alpha_pattern:{},bias:"none"
},nt=[["use_dora","DoRA needs the weights of the base model; merge the adapter in Python"],["use_qalora","QALoRA changes the input of the adapter"],["lora_bias","B has a bias"],["layer_replication","layers are replicated"],["alora_invocation_tokens","aLoRA acts on some tokens only"]],ot=/^(pissa|olora|corda|loftq|lora_ga)/
function rt(t,n){const[,o]=Object.entries(t).find(([t])=>{if(n===t||n.endsWith(`.${t}`))return!0
try{return new RegExp(`^(?:.*\\.)?(?:${t})$`).test(n)}catch(n){return e(`${K}: the pattern ${JSON.stringify(t)} cannot be read`,n)}})??[]
return o}import{TrajectoryBuffer}from"./microlora.scalar.js"
function at({part:t},e,n){const o=R(`microlora.${e}`,t(e))
st(`microlora.${e}`,o,n,n.length)
return o}function st(t,n,o,r){k(n)||e(`${t} is not an object`)
const a=Object.keys(n)
for(const n of a)o.includes(n)||e(`${t} has ${JSON.stringify(n)}, which is unknown`)
a.length<r&&e(`${t} must have ${o.join(", ")}`)}var it=["embedding","operator","attention"],ct=["executionMs","baselineMs"],ft=["capacity","dim","operators","length","totalCount"]
function lt(t,e={}){const n=c("save",e,{metadata:{}})
i(n.metadata)||s("save: metadata","an object of strings",n.metadata)
const o=V("save: metadata",n.metadata),r=u(t)?.e??t,a=u(r),f=C.find(t=>t===a?.m)??s("save: the object",`a ${C.join(", ")} of this release`,t)
if("TrajectoryBuffer"===f)return z(f,function(t){const{capacity:e,dim:n,operators:o,length:r,totalCount:a}=t
return{object:JSON.stringify({capacity:e,dim:n,operators:o,length:r,totalCount:a})}}(r),o,function(t){const e=[...t],n=new Float32Array(e.length*t.dim)
e.forEach(({embedding:e},o)=>n.set(e,o*t.dim))
const[o,...r]=it
return[O(o,[e.length,t.dim],n),...r.map(t=>O(t,[e.length],Uint8Array.from(e,e=>e[t]))),...ct.map(t=>O(t,[e.length],Float64Array.from(e,e=>e[t])))]}(r))
const l=a
l.j()
return z(f,function(t){const{in:e,out:n,rank:o,residual:r,optimizer:a,seed:s,batch:i,sharedIO:c}=t,f="scopes"in t?{scopes:t.scopes,categories:t.categories,categoryFallback:t.categoryFallback}:{},l={in:e,out:n,rank:o,residual:r,optimizer:a,seed:s,batch:i,sharedIO:c,rows:t.u}
return{object:JSON.stringify({...l,...f}),options:(u=ut(t),JSON.stringify(u,(t,e)=>Object.is(e,-0)?"-0":e).replaceAll('"-0"',"-0"))}
var u}(l),o,function(t){const e=[]
y(t).forEach((n,o)=>{Q("save: the name of a scope",n)
h.forEach((r,a)=>{const s=dt(t,o,a)
void 0!==s&&e.push(O(n+r,_(t,a),s))})
e.push(ht(n+p,t,t.a("read_numbers",o)))})
e.push(ht(m,t,t.a("read_forward")))
for(const[n,o,r]of g){const a=t[o],s=1+a.findLastIndex(t=>t.some(t=>!Object.is(t,0)))
if(0===s)continue
const i=new Float32Array(s*t[r])
for(let e=0;e<s;e++)i.set(a[e],e*t[r])
e.push(O(n,[s,t[r]],i))}return e}(l))}function ut(t){const e=e=>b.map((n,o)=>t.a("option",e,o)),n=e(0),o=y(t).map((t,o)=>{const r=e(o),a=b.map((t,e)=>[t,r[e]])
return[t,Object.fromEntries(a.filter(([,t],e)=>!Object.is(t,n[e])))]})
return{all:{alpha:t.alpha,...Object.fromEntries(b.map((t,e)=>[t,n[e]]))},others:Object.fromEntries(o.filter(([,t])=>Object.keys(t).length>0))}}var ht=(t,e,n)=>O(t,[n],$(e.c,n).slice())
function dt(t,e,n){const{c:o,d:r}=t,[a,s]=_(t,n),i=new Float32Array(a*s)
for(let t=0;t<a;t++){if(o.b.lora_read_row(r,e,n,t)===f.LORA_E_STATE)return
i.set(o.g.subarray(0,s),t*s)}return i}function pt(e,n){const o=c("exportPeft",n,{module:void 0,baseModel:null,dtype:"F32"}),{module:i,baseModel:f}=o
"string"==typeof i&&""!==i||s("exportPeft: module","the module's name in the base model, as query",i)
null!==f&&"string"!=typeof f&&s("exportPeft: baseModel","a name or path",f)
const l=1===function(e,n,o){const s=o.indexOf(n)
s<0&&t("LORA_E_OPTION",`exportPeft: dtype must be one of ${o.join(", ")}, got ${a(n)}${r(n,o)}`)
return s}(0,o.dtype,["F32","F16"]),h=u(u(e)?.e??e)
void 0===h?.n&&s("exportPeft: the adapter","a MicroLoRA or a ScopedLoRA of this release",e)
const d=h
d.j()
const p=function(t,e){if(!("scopes"in t))return[[e,0]]
const n=Object.values(t.categories).filter(t=>t.length>0)
return t.scopes.map((o,r)=>{const a=1!==$(t.c,t.a("read_numbers",r))[4]&&t.categoryFallback?n.findIndex(t=>t.includes(o)):-1
return[`${e}.${o}`,a<0?r:t.scopes.length+a]})}(d,i),m=p.flatMap(([e,n])=>{Q("exportPeft: module",e)
return tt.map((o,r)=>function(e,n,o,r,a){const{rank:s,in:i,out:c}=e
let f=dt(e,n,o)
if(1===o){const t=f
f=t.map((e,n)=>t[n%s*c+Math.floor(n/s)])}return O(r,1===o?[c,s]:[s,i],a?((e,n)=>Uint16Array.from(n,n=>{const o=Math.abs(n),r=n<0||Object.is(n,-0)?32768:0,a=Math.max(Math.floor(Math.log2(o)),-14),s=function(t){const e=Math.floor(t),n=t-e
return n>.5||.5===n&&e%2==1?e+1:e}(o*2**(10-a)),i=0===o?0:s+(a+14<<10)
i>=31744&&t("LORA_E_RANGE",`${e}: ${n} is too large for F16; use F32`)
return r|i}))(`exportPeft: ${r}`,f):f)}(d,n,r,Z+e+o,l))})
return{[K]:mt(d,p.map(([t])=>t),f),[X]:T(m,[["format","pt"]])}}function mt({alpha:t,rank:e},n,o){const r={alpha_pattern:{},base_model_name_or_path:o,bias:"none",fan_in_fan_out:!1,inference_mode:!0,lora_alpha:t*e,peft_type:"LORA",r:e,rank_pattern:{},target_modules:n,task_type:null,use_dora:!1,use_rslora:!1}
return`${JSON.stringify(r,null,2)}\n`}import{MicroLoRA}from"./microlora.scalar.js"
var bt=["dim","in","out","rank","alpha"],gt=[["lora_magnitude_vector","DoRA needs the weights of the base model"],["lora_embedding_","it adapts an embedding, which looks rows up and multiplies nothing"],["modules_to_save","it is a whole module and not an adapter"],["lora_B.bias","B has a bias"],["bias","biases of the base model were trained too"]]
function yt(n,o={}){i(n)||s("importPeft: files",`an object of ${K} and ${X}`,n)
i(o)||s("importPeft: the options","an object",o)
const{module:r,residual:a,...c}=o
for(const e of bt)void 0!==c[e]&&t("LORA_E_OPTION",`importPeft: the files say ${e}`)
const f=function(t){const n=R(K,t)
k(n)||e(`${K} is not an object`)
const o={...et,...n}
"LORA"!==o.peft_type&&e(`${K}: peft_type is ${JSON.stringify(o.peft_type)}, and only "LORA" is read`)
for(const[t,n]of nt)o[t]&&e(`${K}: ${t} is set; ${n}`)
const r=o.init_lora_weights
"string"==typeof r&&ot.test(r)&&e(`${K}: init_lora_weights is ${r}, which also changes the base model; save it in Python with path_initial_model_for_weight_conversion`)
for(const t of["rank_pattern","alpha_pattern"]){o[t]??={}
k(o[t])||e(`${K}: ${t} is not an object`)}return o}(function(t){if("string"==typeof t)return t
const n=P(`importPeft: ${K}`,t)
try{return new TextDecoder("utf-8",{fatal:!0}).decode(n)}catch(t){return e(`${K} is not UTF-8`,t)}}(_t(n,K))),l=P(`importPeft: ${X}`,_t(n,X)),u=$t(f,function(t){const n=/* @__PURE__ */new Map
for(const[o,r]of t){const t=tt.findIndex(t=>o.endsWith(t)),[,a]=gt.find(([t])=>o.includes(t))??[];(void 0!==a||t<0)&&e(`the tensor ${o} cannot be read: ${a??"it is neither an A nor a B of LoRA"}`)
const s=o.slice(0,-tt[t].length),i=s.startsWith(Z)?s.slice(17):s,c=n.get(i)??[void 0,void 0]
c[t]=r
n.set(i,c)}return n}(x(l).tensors))
if(void 0===r)return u.map(({A:t,B:e,...n})=>n)
const h=u.find(t=>t.module===r)
if(void 0===h){const t=u.map(t=>t.module).join(", ")
e(`importPeft: there is no module ${r}; there are ${t}`)}return function({in:e,out:n,rank:o,alpha:r,A:a,B:i},c,f){"boolean"!=typeof c&&s("importPeft: residual","true or false",c)
c&&e!==n&&t("LORA_E_SHAPE",`importPeft: residual needs in equal to out; this is ${e} to ${n}`)
const l=v(a),u=v(i),h=u.map((t,e)=>u[e%n*o+Math.floor(e/n)]),d=new MicroLoRA({...f,...c?{dim:e}:{in:e,out:n},rank:o,alpha:r})
try{d.setWeights({A:l,B:h})
return d}catch(t){d.free()
throw t}}(h,a??h.in===h.out,c)}function _t(t,n){return t[n]??e(`importPeft: there is no ${n} (a pickled .bin is not read)`)}var $t=(t,n)=>[...n].map(([n,[o,r]])=>{void 0!==o&&void 0!==r||e(`module ${n} has no lora_${void 0===o?"A":"B"}.weight`)
const{rank:a,alpha:s}=function(t,n){const o=rt(t.rank_pattern,n)??t.r,r=rt(t.alpha_pattern,n)??t.lora_alpha
Number.isInteger(o)&&o>0||e(`${K}: the rank of ${n} is ${o}`)
Number.isFinite(r)||e(`${K}: the alpha of ${n} is ${JSON.stringify(r)}`)
return{rank:o,alpha:r/(t.use_rslora?Math.sqrt(o):o)}}(t,n)
for(const[{name:t,shape:n},s]of[[o,0],[r,1]]){2!==n.length&&e(`the tensor ${t} has ${n.length} dimensions: only linear layers are read`)
n[s]!==a&&e(`the tensor ${t} is [${n}], but ${K} says rank ${a}`)}return{module:n,in:o.shape[1],out:r.shape[0],rank:a,alpha:s,A:o,B:r}})
function Ot(t){const{kind:e,strings:n,tensors:o}=G(P("inspect: the file",t))
return{kind:e,metadata:Object.fromEntries(n),tensors:[...o.values()].map(({name:t,dtype:e,shape:n})=>({name:t,dtype:e,shape:n}))}}import{LoraError as At}from"./microlora.scalar.js"
import{MicroLoRA as wt,ScopedLoRA}from"./microlora.scalar.js"
var Et="in out rank residual optimizer seed batch sharedIO rows".split(" "),jt=[...Et,"scopes","categories","categoryFallback"],vt=[0,1,4,5,2,3,6,7]
function Lt(n,o){if(o>=0)return
o===f.LORA_E_MEMORY&&t("LORA_E_MEMORY","load: the arena is full; free() other objects or call engine.grow(bytes)")
const[r]=Object.entries(f).find(([,t])=>t===o)??[o]
e(`${n} is not what it can be (${r})`)}function Rt({c:t},e){const n=E(e)
Lt(e.name,t.b.lora_reserve_transfer(2*n.length))
$(t,n.length).set(n)}var kt=["LORA_E_MEMORY","LORA_E_INIT","LORA_E_FILE"]
function Nt(n,o={}){const{engine:r,expect:a}=c("load",o,{engine:void 0,expect:{}})
void 0!==r&&void 0===u(r)?.b&&t("LORA_E_OPTION","load: engine must come from init or createEngine")
i(a)||s("load: expect","an object of strings",a)
const l=V("load: expect",a),{kind:$,strings:O,tensors:A,part:j}=G(P("load: the file",n))
void 0===$&&e("this safetensors file was not written by save(); importPeft reads adapters of PEFT")
!function(t,n){for(const[o,r]of n){if(t.get(o)===r)continue
const n=t.has(o)?JSON.stringify(t.get(o)):"not given"
e(`the file is for something else: ${o} is ${n}, expected ${JSON.stringify(r)}`)}}(new Map(O),l)
const v=function(t,n){const o=new Map(n)
return{part:t,take(t,n,r){const a=o.get(t)??e(`the tensor ${t} is missing`)
o.delete(t)
a.dtype===n&&a.shape.join()===r.join()||e(`the tensor ${t} is ${a.dtype} [${a.shape}], not ${n} [${r}]`)
return a},find:t=>o.get(t),end(){for(const t of o.keys())e(`the tensor ${t} does not belong there`)}}}(j,A)
let L
try{const{object:t,fill:n}="TrajectoryBuffer"===$?function(t,e){const{length:n,totalCount:o,...r}=at(t,"object",ft),{take:a,end:s}=t,i=new TrajectoryBuffer({...r,engine:e})
return{object:i,fill(){const{dim:t}=i,e=w(a("embedding","F32",[n,t])),[r,c]=["operator","attention"].map(t=>a(t,"U8",[n]).bytes),[f,l]=ct.map(t=>E(a(t,"F64",[n])))
s()
for(let o=0;o<n;o++){const n=e.subarray(o*t,(o+1)*t)
i.record(n,r[o],c[o],f[o],l[o])}u(i).a("trajectory_set_total_count",o)}}}(v,r):function(t,n,o){const r=at(n,"object",t?jt:Et),{all:a,others:s}=at(n,"options",["all","others"])
st("microlora.options: all",a,["alpha",...b],b.length+1)
const{rows:i,residual:c,in:l,out:$,...O}=r
!0!==c&&!1!==c&&e("residual is neither true nor false")
c&&l!==$&&e(`residual: in is ${l}, and out ${$}`)
const A={...O,...c?{dim:l}:{in:l,out:$},alpha:a.alpha,engine:o},E=new(t?ScopedLoRA:wt)(A),j=u(E)
return{object:E,fill(){const t=y(j)
st("microlora.options: others",s,t,0)
t.forEach((t,o)=>{const r=s[t]??{}
st(`the options of ${t}`,r,b,0)
!function(t,n,o){const{c:r,d:a}=t,s=(t,o)=>{"number"!=typeof o&&e(`the option ${t} is not a number`)
const s=b.indexOf(t)
Lt(`the option ${t}`,r.b.lora_set_option(a,n,s,o))}
s("beta1",0)
s("beta2",o.beta2)
for(const t of b)s(t,o[t])}(j,o,{...a,...r})
!function(t,e,n,{take:o,find:r}){const{c:a,d:s}=t
for(const i of vt){const c=e+h[i],l=()=>a.b.lora_read_row(s,n,i,0)===f.LORA_E_STATE
if(i>=d?void 0===r(c):l())continue
const u=_(t,i),[p,m]=u,b=w(o(c,"F32",u))
for(let t=0;t<p;t++){a.g.set(b.subarray(t*m,(t+1)*m))
Lt(`the tensor ${c}`,a.b.lora_write_row(s,n,i,t))}}const i=t.a("read_numbers",n)
Rt(t,o(e+p,"F64",[i]))
Lt(`the tensor ${e}${p}`,a.b.lora_write_numbers(s,n,i))}(j,t,o,n)})
Number.isInteger(i)&&i>=1&&i<=j.batch||e(`rows is ${i}, of a batch of ${j.batch}`)
!function(t,{take:n,find:o,end:r}){const{c:a,d:s}=t,i=g.map(([r,a,s])=>{const i=o(r)?.shape[0]??0
i>t.batch&&e(`the tensor ${r} has more rows than the batch`)
const c=t[s],f=0===i?void 0:w(n(r,"F32",[i,c]))
return{rows:t[a],length:c,count:i,all:f}}),c=o(m)?.shape[0]??0,f=n(m,"F64",[c])
r()
Rt(t,f)
Lt(`the tensor ${m}`,a.b.lora_write_forward(s,c))
for(const{rows:t,length:e,count:n,all:o}of i)t.forEach((t,r)=>{t.fill(0)
void 0!==o&&r<n&&t.set(o.subarray(r*e,(r+1)*e))})}(j,n)
j.u=i}}}("ScopedLoRA"===$,v,r)
L=t
n()
return t}catch(t){L?.free()
if(!(t instanceof At)||kt.includes(t.code))throw t
return e(`the file holds what cannot be: ${t.message}`,t)}}export{pt as exportPeft,yt as importPeft,Ot as inspect,Nt as load,lt as save}

